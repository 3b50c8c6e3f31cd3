import { SourceRegister } from '../../features/sources/source-register.tsx';

export function SourcesPage() {
  return <SourceRegister />;
}
