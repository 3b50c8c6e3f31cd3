-- Whether any incident is retracted is asked with every question: a look-up in an index that holds nothing else. Status 4
-- is `retracted`.
create index incident_fact_retracted on incident_fact (incident_id) where status = 4;
