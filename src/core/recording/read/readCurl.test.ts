import { expect, test } from 'vitest';
import { readCurl } from './readCurl.ts';

const url = 'https://api.orga-ai.com/v1/realtime/calls';
const least = { url, bearer: undefined, endpoint: 'calls' };
const authorized = { ...least, bearer: 'abc' };
const app = { url: 'http://app.example/a b', bearer: undefined, endpoint: undefined };

test.each([
  [`curl ${url}`, least],
  [`$ curl.exe '${url}'`, least],
  [`run \`curl "${url}"\``, least],
  [`see $(cat)$curl ${url} https://other.example/`, least],
  [`curl -X POST --data-raw 'a=https://other.example/' ${url}`, least],
  [`curl -H 'Authorization: Bearer  abc ' ${url}`, authorized],
  [`curl --header "authorization:bearer abc" -H 'Authorization: Bearer def' ${url}`, authorized],
  [`curl --header "Authorization: Bearer a\\"b" ${url}`, { ...least, bearer: 'a"b' }],
  [`curl --header $'Authorization: Bearer a\\'b\\\\' ${url}`, { ...least, bearer: "a'b\\" }],
  [`curl -H 'Authorization: Bearer a\\b' ${url}`, { ...least, bearer: 'a\\b' }],
  [`curl -H Authorization:\\ Bearer\\ abc ${url}`, authorized],
  [`curl -H 'Accept: a' -H 'Authorization: Bearer a\nb' ${url}`, { ...least, bearer: 'a\nb' }],
  [`curl -H 'X-Authorization: Bearer abc' -H 'Authorization: Basic abc' ${url} -H`, least],
  [`curl 'Authorization: Bearer abc' ${url}`, least],
  [`curl \\\n-H 'Authorization: Bearer abc' \\\r\n  ${url}`, authorized],
  [`curl ^\r\n${url}`, least],
  [`curl \`\n${url}`, least],
  ['curl my.https://x.example "http://app.example/a b"', app],
])('%j is taken apart', (text, command) => {
  expect(readCurl(text)).toEqual(command);
});

test.each(['', `libcurl ${url}`, `curly ${url}`, url, 'curl --version', 'curl', `use ${url} curl `])(
  '%j is no command',
  (text) => {
    expect(readCurl(text)).toBeUndefined();
  },
);
