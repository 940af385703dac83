import { checkLiteral, isPublicAddress } from './address-guard.js';
import { checkPort } from './port-guard.js';
import { RefusedAddress } from './refused-address.js';

describe('a public address', () => {
  test.each([
    ['this machine', ['127.0.0.1', '127.255.255.254', '::1', '0.0.0.0', '::', '0.1.2.3']],
    [
      'private networks',
      ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.255.1', 'fc00::1', 'fdff::1', 'fec0::1'],
    ],
    ['link-local, and with a zone', ['169.254.0.1', 'fe80::1', 'fe80::1%eth0', 'fe80::1%25eth0']],
    [
      'inner services of clouds',
      ['169.254.169.254', '100.100.100.200', '168.63.129.16', 'fd00:ec2::254', '192.0.0.192'],
    ],
    [
      'carriers and tests',
      ['100.64.0.1', '198.18.0.1', '192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
    ],
    ['many at once', ['224.0.0.1', '239.255.255.250', 'ff02::1', '255.255.255.255', '240.0.0.1']],
    ['IPv4 in IPv6', ['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:a00:1', '::127.0.0.1', '::ffff:0:127.0.0.1']],
    [
      'ways through to IPv4',
      ['64:ff9b::7f00:1', '64:ff9b::a00:1', '64:ff9b:1::a00:1', '2002:7f00:1::', '2001:0:7f00:1::'],
    ],
    ['nothing at all', ['', 'localhost', '999.1.1.1', '::1::', '127.0.0.1 ']],
  ])('is none of %s', (_, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });

  test('is what the world can reach', () => {
    const reachable = ['93.184.216.34', '1.1.1.1', '223.5.5.5', '2400:3200::1', '::ffff:93.184.216.34'];
    expect(reachable.filter((address) => !isPublicAddress(address))).toEqual([]);
  });
});

describe('a host as it is written', () => {
  test.each([
    ...['http://127.1/', 'http://0x7f000001/', 'http://2130706433/', 'http://017700000001/', 'http://127.0.0.1./'],
    ...['http://[::1]/', 'http://[0:0:0:0:0:ffff:7f00:1]/', 'http://[::ffff:169.254.169.254]/', 'http://１２７.0.0.1/'],
    ...['http://localhost/', 'http://LOCALHOST./', 'http://a.localhost/', 'http://metadata.google.internal/'],
    ...['http://printer.local/', 'http://0/'],
  ])('%s is seen through before any name is looked up', (url) => {
    expect(() => checkLiteral(new URL(url).hostname)).toThrow(RefusedAddress);
  });

  test('a zone in an address is no address', () => {
    expect(URL.canParse('http://[fe80::1%25eth0]/')).toBe(false);
  });

  test('a name is not judged by its looks', () => {
    expect(() => checkLiteral('127.0.0.1.nip.example')).not.toThrow();
  });
});

test('ports of other services are refused, as every browser does', () => {
  const refused = ['22', '25', '110', '6000', '6667', '10080'];
  for (const port of refused) expect(() => checkPort(port)).toThrow(RefusedAddress);
  for (const port of ['', '80', '443', '8080', '8443', '3000']) expect(() => checkPort(port)).not.toThrow();
});
