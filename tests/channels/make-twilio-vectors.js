// Writes twilio-vectors.h with the provider's own library: npm install twilio; node make-twilio-vectors.js > twilio-vectors.h
//
// Copyright 2026 The Callboard authors
//
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict'

const { getExpectedBodyHash, getExpectedTwilioSignature, validateRequest, validateRequestWithBody } =
  require('twilio/lib/webhooks/webhooks')
const querystring = require('querystring')

const TOKEN = '12345'
const URL = 'https://desk.example.org/twilio/1'

const vectors = []

function addForm (url, body, token = TOKEN) {
  const form = { ...querystring.parse(body) }
  const signature = getExpectedTwilioSignature(token, url, form)
  if (!validateRequest(token, signature, url, form)) { throw new Error(`${url} ${body}`) }
  vectors.push({ token, url, body, signature })
}

function addText (url, body, token = TOKEN) {
  const signed = `${url}${url.includes('?') ? '&' : '?'}bodySHA256=${getExpectedBodyHash(body)}`
  const signature = getExpectedTwilioSignature(token, signed, {})
  if (!validateRequestWithBody(token, signature, signed, body)) { throw new Error(`${signed} ${body}`) }
  vectors.push({ token, url: signed, body, signature })
}

// An ordinary generator, so that the file is the same whoever makes it.
let seed = 1
function chance (n) {
  seed = (seed * 1103515245 + 12345) % 2147483648
  return Math.floor(seed / 65536) % n
}

const LETTERS = ['a', 'Z', '7', ' ', '+', '%', '&', '=', 'ä', '€', '😀', '\n', "'", '~', '*', 'ß']
function words (n) { return Array.from({ length: n }, () => LETTERS[chance(LETTERS.length)]).join('') }

addForm('https://mycompany.com/myapp.php?foo=1&bar=2',
  'CallSid=CA1234567890ABCDE&Caller=%2B12349013030&Digits=1234&From=%2B12349013030&To=%2B18005551212')
addForm(URL, 'MessageSid=SM0000000000000000000000000000000a&From=%2B447700900001&To=%2B447700900000&Body=' +
  'Gr%C3%BC%C3%9Fe%2C+1+%2B+1+%F0%9F%98%80&NumMedia=0&FromCity=&SmsStatus=received&ApiVersion=2010-04-01')
addForm(URL, 'MessageSid=SM0000000000000000000000000000000a&MessageStatus=delivered&To=%2B447700900001')
addForm('https://desk.example.org/twilio/1?a=1&b=%C3%A4%20x', 'Body=Yes')
addForm('https://desk.example.org:443/twilio/1', 'Body=Yes')
addForm('http://desk.example.org:80/twilio/1', 'Body=Yes')
addForm('https://desk.example.org:8443/twilio/1', 'Body=Yes')
addForm(URL, 'Body=b&Body=a&Body=b&A=1')
addForm(URL, '')
addForm(URL, 'body=small&Body=capital&BODY=all')
addText(URL, '{"MessageSid": "SM1", "Body": "Grüße 😀"}')
addText(`${URL}?x=1`, '')
for (let i = 0; i < 20; i++) {
  const form = {}
  for (let n = 1 + chance(8); n > 0; n--) { form[`Name${chance(100)}`] = words(chance(12)) }
  addForm(`${URL}${i % 3 ? '' : `?n=${i}`}`, querystring.stringify(form), `token${i}`)
}

console.log(`/* twilio-vectors.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Requests signed by Twilio’s library for Node.js; made by make-twilio-vectors.js. */

#pragma once

static const struct
{
  const char *token;
  const char *url;
  const char *body;
  const char *signature;
} twilio_vectors[] = {`)
for (const { token, url, body, signature } of vectors) {
  console.log(`  { ${[token, url, body, signature].map(text => JSON.stringify(text)).join(',\n    ')} },`)
}
console.log('};')
