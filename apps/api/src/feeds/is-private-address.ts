import { BlockList, isIPv6 } from 'node:net';

/** Whether an address is anything but one of the public Internet. From the IANA special-purpose address registries. */
export function isPrivateAddress(address: string): boolean {
  if (!isIPv6(address)) return PRIVATE_IPV4.check(address);
  return !PUBLIC_IPV6.check(address, 'ipv6') || SPECIAL_IPV6.check(address, 'ipv6');
}

const PRIVATE_IPV4 = listOf('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]);
/** Global unicast. What carries IPv4 inside (::ffff:0:0/96, 64:ff9b::/96) lies outside of it. */
const PUBLIC_IPV6 = listOf('ipv6', [['2000::', 3]]);
/** Of those: Teredo and other protocols, documentation, 6to4. */
const SPECIAL_IPV6 = listOf('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]);

function listOf(family: 'ipv4' | 'ipv6', subnets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, family);
  return list;
}
