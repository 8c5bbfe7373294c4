#!/usr/bin/python3
# fake_twilio.py
#
# Copyright 2026 The Callboard authors
#
# SPDX-License-Identifier: GPL-3.0-or-later

"""A server on loopback that stands for Twilio's API, for tests of whole programs and for trying things out.

It prints its port, alone on a line, and serves until its standard input closes (with --stdin) or a signal comes.
It is as strict as Twilio: wrong credentials, a body that is not a form, missing and unknown fields are refused, and
so is a number that has replied STOP. Messages become sent and delivered as time passes.

    GET  /_control/requests   every API request so far: method, path, headers, body, and the sid it created
    GET  /_control/messages   every message, oldest first
    POST /_control/inbound    from, to, body, num_media: a message from outside; answers with it
    POST /_control/status     sid, status, error_code: what became of a message
    POST /_control/fault      mode, on (send, get or all), count (how many requests, all without), seconds
    POST /_control/reset      forget messages, requests and faults

Fault modes. Before anything is created: 401, 402, 403, 429, 429-no-retry-after, 500, 503, html200, html401,
reset-before, close-before, timeout-before. After the message was created: 500-after, reset-after, close-after,
half-body, timeout-after, rubbish200. Then: slow (all is well, but takes its time), none.
"""

import argparse
import base64
import json
import socket
import struct
import sys
import threading
import time
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

ROOT = '/2010-04-01/Accounts/'
STOP = {'STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'}
START = {'START', 'YES', 'UNSTOP'}
HTML = b'<!DOCTYPE html><html><body>Sign in to the network of the hotel</body></html>'
RUBBISH = b'{"sid": \xff\xfe\x00 not json at all'

STATUS_FAULTS = {
    '401': (401, 20003, 'Authenticate'),
    '402': (402, 0, 'Payment required'),
    '403': (403, 20005, 'Account not active'),
    '429': (429, 20429, 'Too Many Requests'),
    '429-no-retry-after': (429, 20429, 'Too Many Requests'),
    '500': (500, 20500, 'Internal Server Error'),
    '500-after': (500, 20500, 'Internal Server Error'),
    '503': (503, 20503, 'Service Unavailable'),
}
AFTER = {'500-after', 'reset-after', 'close-after', 'half-body', 'timeout-after', 'rubbish200'}


class Refusal(Exception):
    """What Twilio would refuse: HTTP status, code, words."""


class Fault:
    def __init__(self, mode='none', on='send', count=None, seconds=1.0):
        self.mode, self.on, self.count, self.seconds = mode, on, count, seconds

    def take(self, is_send):
        """The mode for one request, and one less to come."""
        if self.mode == 'none' or self.on not in ('all', 'send' if is_send else 'get'):
            return 'none'
        if self.count is not None:
            if self.count == 0:
                return 'none'
            self.count -= 1
        return self.mode


class World:
    """All that the server knows. Guarded by one lock."""

    def __init__(self, options):
        self.options = options
        self.lock = threading.Lock()
        self.reset()

    def reset(self):
        self.messages, self.requests = [], []
        self.opted_out, self.answered = set(), {}
        self.fault = Fault()

    def find(self, sid):
        return next((m for m in self.messages if m['sid'] == sid), None)

    def add(self, direction, sender, to, body, num_media=0):
        now = time.time()
        inbound = direction == 'inbound'
        message = {
            'sid': 'SM%032x' % (len(self.messages) + 1), 'account_sid': self.options.account,
            'messaging_service_sid': None, 'direction': direction, 'from': sender, 'to': to, 'body': body,
            'status': 'received' if inbound else 'queued', 'num_segments': '1', 'num_media': str(num_media),
            'price': None, 'price_unit': 'USD', 'error_code': None, 'error_message': None,
            'date_created': date(now), 'date_updated': date(now), 'date_sent': date(now) if inbound else None,
            'api_version': '2010-04-01', '_at': now, '_fixed': inbound,
        }
        message['uri'] = f"{ROOT}{self.options.account}/Messages/{message['sid']}.json"
        message['subresource_uris'] = {'media': message['uri'].replace('.json', '/Media.json')}
        self.messages.append(message)
        return message

    def receive(self, sender, to, body, num_media=0):
        word = body.strip().upper()
        if word in STOP:
            self.opted_out.add(sender)
        elif word in START:
            self.opted_out.discard(sender)
        return self.add('inbound', sender, to, body, num_media)

    def advance(self):
        """Whatever should have happened by now."""
        now, step = time.time(), self.options.step
        for message in self.messages:
            age = now - message['_at']
            if message['_fixed'] or age < step:
                continue
            message['status'] = 'delivered' if age >= 2 * step else 'sent'
            message['date_sent'] = message['date_sent'] or date(now)
            message['date_updated'] = date(now)
            if message['status'] == 'delivered':
                message['_fixed'] = True
                self.answer(message)

    def answer(self, message):
        """The scripted phone answers what asks: a question mark, YES, or the first message it gets."""
        answers, phone = self.options.answers, message['to']
        first = phone not in self.answered
        position = self.answered.setdefault(phone, 0)
        body = message['body']
        if position < len(answers) and (first or '?' in body or 'YES' in body):
            self.answered[phone] += 1
            sender = message['from'] if message['from'].startswith('+') else self.options.number
            self.receive(phone, sender, answers[position])


def date(at):
    return formatdate(at, usegmt=True).replace('GMT', '+0000')


def public(message):
    return {name: value for name, value in message.items() if not name.startswith('_')}


class Handler(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    server_version = 'FakeTwilio'
    disable_nagle_algorithm = True

    def log_message(self, *args):
        pass

    def do_GET(self):
        self.handle_any(b'')

    def do_POST(self):
        self.handle_any(self.rfile.read(int(self.headers.get('Content-Length') or 0)))

    do_PUT = do_DELETE = do_PATCH = do_POST

    def handle_any(self, body):
        self.world, self.body = self.server.world, body
        self.url = urlsplit(self.path)
        if self.url.path.startswith('/_control/'):
            with self.world.lock:
                status, answer = self.control(self.url.path[len('/_control/'):])
            self.reply(status, answer)
        else:
            self.handle_api()

    # What is sent back

    def reply(self, status, answer, headers=(), content_type='application/json'):
        data = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.write(status, data, len(data), headers, content_type)

    def write(self, status, data, length, headers=(), content_type='application/json'):
        self.send_response(status)
        self.send_header('Content-Type', content_type)
        self.send_header('Content-Length', str(length))
        for name, value in headers:
            self.send_header(name, value)
        self._headers_buffer.append(b'\r\n')
        self.wfile.write(b''.join(self._headers_buffer) + data)
        self._headers_buffer = []

    def refuse(self, status, code, words, headers=()):
        self.reply(status, {'code': code or None, 'message': words, 'status': status,
                            'more_info': f'https://www.twilio.com/docs/errors/{code}'}, headers)

    def drop(self, reset):
        self.close_connection = True
        if reset:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
            self.connection.close()
        else:
            self.connection.shutdown(socket.SHUT_RDWR)

    def wait_until_gone(self):
        self.close_connection = True
        self.connection.settimeout(600)
        try:
            while self.connection.recv(1024):
                pass
        except OSError:
            pass

    # The control side

    def control(self, name):
        world, form = self.world, self.read_form_or_json()
        world.advance()
        if name == 'requests':
            return 200, world.requests
        if name == 'messages':
            return 200, [public(m) for m in world.messages]
        if name == 'inbound':
            return 201, public(world.receive(form['from'], form.get('to') or world.options.number,
                                             form.get('body', ''), int(form.get('num_media', 0))))
        if name == 'status':
            return self.set_status(form)
        if name == 'fault':
            count = form.get('count')
            world.fault = Fault(form['mode'], form.get('on', 'send'), int(count) if count else None,
                                float(form.get('seconds', 1)))
            return 200, {}
        if name == 'reset':
            world.reset()
            return 200, {}
        return 404, {}

    def set_status(self, form):
        message = self.world.find(form['sid'])
        if message is None:
            return 404, {}
        message['_fixed'] = True
        message['status'] = form['status']
        message['error_code'] = int(form['error_code']) if form.get('error_code') else None
        message['date_updated'] = date(time.time())
        return 200, public(message)

    def read_form_or_json(self):
        if 'json' in (self.headers.get('Content-Type') or ''):
            return json.loads(self.body)
        return dict(parse_qsl(self.body.decode() or self.url.query, keep_blank_values=True))

    # The side that stands for Twilio

    def handle_api(self):
        with self.world.lock:
            is_send = self.command == 'POST'
            fault = self.world.fault
            mode = fault.take(is_send)
            record = {'time': time.time(), 'method': self.command, 'path': self.path, 'headers': dict(self.headers),
                      'body': self.body.decode('utf-8', 'replace'), 'fault': mode, 'sid': None}
            self.world.requests.append(record)
            status, answer = None, None
            if mode == 'none' or mode == 'slow' or mode in AFTER:
                status, answer = self.answer_api()
                if status == 201:
                    record['sid'] = answer['sid']
        self.deliver(mode, fault.seconds, status, answer)

    def deliver(self, mode, seconds, status, answer):
        if mode in STATUS_FAULTS:
            headers = [('Retry-After', str(int(seconds)))] if mode == '429' else []
            self.refuse(*STATUS_FAULTS[mode], headers)
        elif mode in ('html200', 'html401'):
            self.reply(int(mode[4:]), HTML, content_type='text/html')
        elif mode == 'rubbish200':
            self.reply(200, RUBBISH)
        elif mode.startswith('reset-') or mode.startswith('close-'):
            self.drop(mode.startswith('reset-'))
        elif mode.startswith('timeout-'):
            self.wait_until_gone()
        elif mode == 'half-body':
            data = json.dumps(answer).encode()
            self.write(status, data[:len(data) // 2], len(data))
            self.drop(False)
        else:
            if mode == 'slow':
                time.sleep(seconds)
            self.reply(status, answer)

    def answer_api(self):
        """Returns status and answer. Called with the lock held."""
        self.world.advance()
        try:
            self.check_authorization()
            path = self.url.path
            account = ROOT + self.world.options.account
            if path == account + '.json':
                return 200, {'sid': self.world.options.account, 'friendly_name': 'Fake theatre', 'status': 'active',
                             'type': 'Full'}
            if path == account + '/Messages.json':
                return self.create() if self.command == 'POST' else self.list()
            if path.startswith(account + '/Messages/'):
                return self.one(path[len(account + '/Messages/'):])
            raise Refusal(404, 20404, f'The requested resource {path} was not found')
        except Refusal as refusal:
            status, code, words = refusal.args
            return status, {'code': code, 'message': words, 'status': status,
                            'more_info': f'https://www.twilio.com/docs/errors/{code}'}

    def check_authorization(self):
        options = self.world.options
        allowed = [f'{user}:{options.secret}' for user in (options.account, options.key)]
        scheme, _, encoded = (self.headers.get('Authorization') or '').partition(' ')
        try:
            pair = base64.b64decode(encoded, validate=True).decode()
        except ValueError:
            pair = ''
        if scheme != 'Basic' or pair not in allowed:
            raise Refusal(401, 20003, 'Authenticate')

    def create(self):
        if self.headers.get_content_type() != 'application/x-www-form-urlencoded':
            raise Refusal(415, 20415, 'Unsupported Media Type')
        fields = parse_qs(self.body.decode(), keep_blank_values=True, strict_parsing=True)
        if set(fields) not in ({'To', 'From', 'Body'}, {'To', 'MessagingServiceSid', 'Body'}):
            raise Refusal(400, 21603, f"A sender, 'To' and 'Body' are required, not {sorted(fields)}")
        if any(len(values) != 1 for values in fields.values()):
            raise Refusal(400, 20001, 'A field is there twice')
        form = {name: values[0] for name, values in fields.items()}
        to, sender, body = form['To'], form.get('From') or form.get('MessagingServiceSid'), form['Body']
        if not (to.startswith('+') and to[1:].isdigit() and 8 <= len(to) <= 16):
            raise Refusal(400, 21211, f"The 'To' number {to} is not a valid phone number.")
        if to in self.world.opted_out:
            raise Refusal(400, 21610, 'Attempt to send to unsubscribed recipient')
        if body == '':
            raise Refusal(400, 21602, 'Message body is required.')
        if len(body) > 1600:
            raise Refusal(400, 21617, 'The concatenated message body exceeds the 1600 character limit.')
        return 201, public(self.world.add('outbound-api', sender, to, body))

    def list(self):
        query = dict(parse_qsl(self.url.query, keep_blank_values=True))
        size, page = int(query.get('PageSize', 50)), int(query.get('Page', 0))
        if not 1 <= size <= 1000:
            raise Refusal(400, 20001, 'Invalid PageSize')
        found = [m for m in reversed(self.world.messages) if self.matches(m, query)]
        more = len(found) > (page + 1) * size
        query['Page'] = page + 1
        return 200, {
            'messages': [public(m) for m in found[page * size:(page + 1) * size]], 'page': page, 'page_size': size,
            'next_page_uri': f'{self.url.path}?{urlencode(query)}' if more else None,
        }

    @staticmethod
    def matches(message, query):
        sent = time.strftime('%Y-%m-%d', time.gmtime(message['_at'])) if message['date_sent'] else None
        return (query.get('To', message['to']) == message['to'] and
                query.get('From', message['from']) == message['from'] and
                ('DateSent' not in query or sent == query['DateSent']) and
                ('DateSent>' not in query or (sent is not None and sent >= query['DateSent>'])) and
                ('DateSent<' not in query or (sent is not None and sent <= query['DateSent<'])))

    def one(self, rest):
        sid, _, media = rest.removesuffix('.json').partition('/')
        message = self.world.find(sid)
        if message is None or media not in ('', 'Media'):
            raise Refusal(404, 20404, f'The requested resource {self.path} was not found')
        if not media:
            return 200, public(message)
        return 200, {'media_list': [{'sid': 'ME%032x' % i, 'parent_sid': sid, 'content_type': 'image/jpeg',
                                     'uri': message['uri'].replace('.json', '/Media/ME%032x.json' % i)}
                                    for i in range(int(message['num_media']))]}


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--port', type=int, default=0)
    parser.add_argument('--account', default='AC00000000000000000000000000000001')
    parser.add_argument('--key', default='SK00000000000000000000000000000001')
    parser.add_argument('--secret', default='the-secret')
    parser.add_argument('--number', default='+447700900000', help='whose inbound messages these are')
    parser.add_argument('--step', type=float, default=0.2, help='seconds from queued to sent, and to delivered')
    parser.add_argument('--answers', default='', help='what every phone answers, in order, divided by |')
    parser.add_argument('--stdin', action='store_true', help='end when standard input closes')
    options = parser.parse_args()
    options.answers = options.answers.split('|') if options.answers else []

    server = Server(('127.0.0.1', options.port), Handler)
    server.world = World(options)
    print(server.server_address[1], flush=True)
    if options.stdin:
        threading.Thread(target=lambda: (sys.stdin.read(), server.shutdown()), daemon=True).start()
    try:
        server.serve_forever(poll_interval=0.1)
    except KeyboardInterrupt:
        pass


if __name__ == '__main__':
    main()
