#!/usr/bin/python3
# test-receiver.py
#
# Copyright 2026 The Callboard authors
#
# SPDX-License-Identifier: GPL-3.0-or-later

"""The receiver as a process of its own, and providers that come again until they are heard."""

import hashlib
import hmac
import json
import random
import socket
import sqlite3
import threading
import time
import unittest
import urllib.error
import urllib.request

from callboard_ctl import FAILED, OK, USAGE, Case, wait_for

NUMBER = '447700900123'
KILLS = 8


def hello(event, text='Yes'):
    value = {'metadata': {'phone_number_id': '100'},
             'messages': [{'id': event, 'from': NUMBER, 'type': 'text', 'text': {'body': text}}]}
    return json.dumps({'object': 'whatsapp_business_account', 'entry': [{'changes': [{'field': 'messages', 'value': value}]}]})


class Receiver(Case):
    def setUp(self):
        super().setUp()
        self.environment['CALLBOARD_SECRET_2'] = json.dumps({'secret': 't', 'app_secret': 'app', 'verify_token': 'sesame'})
        self.ctl('accounts', 'add', '--provider', 'meta', '--name', 'WhatsApp', '--set', 'phone_number_id=100', '--set', 'waba_id=1')

    def listen(self, *options):
        """Starts a receiver, and gives it and what it says of its accounts."""
        process = self.start('receiver', '--json', '--port', 0, *options)
        text = ''
        while not text.rstrip().endswith(']'):
            line = process.stdout.readline()
            self.assertNotEqual(line, '', process.stderr.read() if process.poll() is not None else '')
            text += line
        return process, json.loads(text)

    @staticmethod
    def post(url, body):
        """The status of an answer, or None if there was none."""
        signature = hmac.new(b'app', body.encode(), hashlib.sha256).hexdigest()
        request = urllib.request.Request(url, body.encode(), {'X-Hub-Signature-256': f'sha256={signature}'})
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return None

    def stored(self):
        with sqlite3.connect(self.path('callboard.db'), timeout=10) as database:
            return {row[0] for row in database.execute('SELECT event_id FROM inbox')}

    def test_addresses(self):
        process, accounts = self.listen('--public-url', 'https://desk.example.org')
        self.assertEqual([(a['account'], a['provider'], a['address']) for a in accounts],
                         [(2, 'meta', 'https://desk.example.org/meta/2')])
        self.assertEqual(self.post(accounts[0]['local'], hello('wamid.1')), 200)
        self.assertEqual(self.stored(), {'wamid.1'})
        process.terminate()
        self.assertIn(process.wait(30), (OK, FAILED))

    def test_port_in_use(self):
        with socket.create_server(('127.0.0.1', 0)) as other:
            self.run_ctl('receiver', '--port', other.getsockname()[1], code=FAILED)
        self.assertIn('choose another port', self.errors)

    def test_public_url(self):
        self.run_ctl('receiver', '--public-url', 'desk', code=USAGE)
        self.assertIn('https://desk.example.org', self.errors)

    def test_what_was_confirmed_is_never_lost(self):
        confirmed, target, stop = set(), [None], threading.Event()

        def provider(number):
            """Tells each event until it is confirmed."""
            event = 0
            while not stop.is_set():
                name = f'wamid.{number}.{event}'
                if target[0] and self.post(target[0], hello(name)) == 200:
                    confirmed.add(name)
                    event += 1

        threads = [threading.Thread(target=provider, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        try:
            for _ in range(KILLS):
                process, accounts = self.listen()
                before = len(confirmed)
                target[0] = accounts[0]['local']
                wait_for(lambda: len(confirmed) > before + 5, 'events that are confirmed')
                time.sleep(random.uniform(0, 0.2))
                process.kill()
                process.wait()
                process.stdout.close()
                process.stderr.close()
        finally:
            stop.set()
            for thread in threads:
                thread.join()
        self.assertGreater(len(confirmed), KILLS * 5)
        self.assertEqual(confirmed - self.stored(), set())


if __name__ == '__main__':
    unittest.main(verbosity=2)
