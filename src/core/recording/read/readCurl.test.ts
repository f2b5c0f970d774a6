import { expect, test } from 'vitest';
import { readCurl } from './readCurl.ts';

const url = 'https://api.orga-ai.com/v1/realtime/calls';
const least = { url, method: 'GET', bearer: undefined, endpoint: 'calls', body: undefined };

test.each<[string, object]>([
  [`curl ${url}`, least],
  [`$ curl.exe '${url}'`, least],
  [`run \`curl "${url}"\``, least],
  [`see$curl ${url} https://other.example/`, least],
  [`curl -X DELETE ${url}`, { ...least, method: 'DELETE' }],
  [`curl --request PUT ${url} -d x`, { ...least, method: 'PUT', body: 'x' }],
  ...['-d', '--data', '--data-raw', '--data-binary', '--data-ascii', '--json'].map(
    (option) =>
      [`curl ${url} ${option} '{"a":"b c"}'`, { ...least, method: 'POST', body: '{"a":"b c"}' }] as [
        string,
        object,
      ],
  ),
  [`curl -H 'Authorization: Bearer  abc ' ${url}`, { ...least, bearer: 'abc' }],
  [
    `curl --header "authorization:bearer a\\"b" -H 'Authorization: Bearer c' ${url}`,
    { ...least, bearer: 'a"b' },
  ],
  [`curl -H 'X-Authorization: Bearer abc' -H 'Authorization: Basic abc' ${url}`, least],
  [`curl ${url} -d $'it\\'s \\\\ here'`, { ...least, method: 'POST', body: "it's \\ here" }],
  [`curl ${url} -d 'a\\b'`, { ...least, method: 'POST', body: 'a\\b' }],
  [`curl ${url} -d a\\ b`, { ...least, method: 'POST', body: 'a b' }],
  [`curl ${url} -d ''`, { ...least, method: 'POST', body: '' }],
  [`curl ${url} -X`, { ...least, method: '' }],
  [`curl ${url} \\\n  -X POST \\\r\n  -H 'Accept: a'`, { ...least, method: 'POST' }],
  [`curl ^\r\n ${url} ^\n -X POST`, { ...least, method: 'POST' }],
  [`curl \`\n ${url}`, least],
  [
    'curl my.https://x.example http://app.example/api',
    { ...least, url: 'http://app.example/api', endpoint: undefined },
  ],
  ['curl -HX --data-x y https://app.example', { ...least, url: 'https://app.example', endpoint: undefined }],
])('%j is taken apart', (text, command) => {
  expect(readCurl(text)).toEqual(command);
});

test.each(['', `libcurl ${url}`, `curly ${url}`, url, 'curl --version', 'curl', `use ${url} curl`])(
  '%j is no command',
  (text) => {
    expect(readCurl(text)).toBeUndefined();
  },
);
