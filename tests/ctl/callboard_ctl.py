# callboard_ctl.py
#
# Copyright 2026 The Callboard authors
#
# SPDX-License-Identifier: GPL-3.0-or-later

"""callboardctl as a process of its own, and a server that stands for Twilio, for tests."""

import base64
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse
import urllib.request

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
SAMPLE = os.path.join(SOURCE, 'data', 'sample')
CTL = os.environ.get('CALLBOARDCTL', 'callboardctl')
PATIENCE = 30 * float(os.environ.get('CALLBOARD_TEST_PATIENCE', 1))

OK, FAILED, USAGE, REFUSED, DATABASE, PROVIDER = range(6)


def wait_for(condition, what, patience=PATIENCE):
    """The first true value of condition()."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.02)
    raise AssertionError(f'waited in vain for {what}')


class Case(unittest.TestCase):
    """A data folder of its own."""

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='callboard-')
        self.addCleanup(shutil.rmtree, self.folder)
        self.environment = dict(os.environ, CALLBOARD_DATA_DIR=self.folder, CALLBOARD_SAMPLE_DIR=SAMPLE,
                                CALLBOARD_TEMPLATES_DIR=os.path.join(SOURCE, 'data', 'templates'),
                                CALLBOARD_SECRET_2='the-secret', G_DEBUG='fatal-criticals')

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def start(self, *arguments):
        process = subprocess.Popen([CTL, *map(str, arguments)], env=self.environment, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.end, process)
        return process

    def start_run(self, *arguments):
        """A run that has the database open."""
        process = self.start('run', *arguments)
        wait_for(lambda: self.has_open(process, 'callboard.db-wal') or process.poll() is not None, 'the database')
        self.assertIsNone(process.poll())
        return process

    @staticmethod
    def has_open(process, name):
        folder = f'/proc/{process.pid}/fd'
        for entry in os.listdir(folder):
            try:
                if os.readlink(os.path.join(folder, entry)).endswith('/' + name):
                    return True
            except FileNotFoundError:
                pass
        return False

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
        process.communicate()

    def run_ctl(self, *arguments, code=OK, stdin=None):
        """Standard output of a run that ends with code; its errors are in self.errors."""
        done = subprocess.run([CTL, *map(str, arguments)], env=self.environment, input=stdin, text=True,
                              stdin=subprocess.DEVNULL if stdin is None else None, capture_output=True, timeout=120,
                              check=False)
        self.errors = done.stderr
        self.assertEqual(done.returncode, code, f'{arguments}: {done.stdout}{done.stderr}')
        if code != OK:
            self.assertNotEqual(done.stderr, '', arguments)
        return done.stdout

    def ctl(self, *arguments, code=OK):
        return json.loads(self.run_ctl('--json', *arguments, code=code))

    def refused(self, code, *arguments):
        self.run_ctl(*arguments, code=code)
        return self.errors

    def first_card(self, job=1, stage='New'):
        return next(c['application'] for c in self.ctl('list', job, '--stage', stage) if c['consent'])

    def write(self, name, text):
        with open(self.path(name), 'w', encoding='utf-8') as file:
            file.write(text)
        return self.path(name)


class Twilio:
    """tests/support/fake_twilio.py in a process of its own."""

    def __init__(self, *arguments):
        program = os.path.join(SOURCE, 'tests', 'support', 'fake_twilio.py')
        self.process = subprocess.Popen([sys.executable, program, '--stdin', *arguments], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.url = f'http://127.0.0.1:{self.process.stdout.readline().strip()}'

    def close(self):
        if self.process.stdin.closed:
            return
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()

    def control(self, name, **form):
        data = urllib.parse.urlencode(form).encode() if form else None
        with urllib.request.urlopen(f'{self.url}/_control/{name}', data, timeout=10) as answer:
            return json.load(answer)

    def sends(self):
        """Requests to send, as (form, request)."""
        return [(dict(urllib.parse.parse_qsl(r['body'], keep_blank_values=True)), r)
                for r in self.control('requests') if r['method'] == 'POST']

    def outbound(self, phone=None):
        return [m for m in self.control('messages')
                if m['direction'] != 'inbound' and phone in (None, m['to'])]


class TwilioCase(Case):
    """A job with a Form stage, an account at the server, no undo time and no send hours."""

    server_arguments = ('--step', '0.1')
    rate = 200
    campaign = {
        'callboard': 1,
        'welcome': {'text': 'Hello {{candidate.first_name|there}}'},
        'modules': [{'id': 'm', 'type': 'questions', 'questions': [
            {'id': 'start', 'type': 'short_answer', 'text': 'When could you start?'},
            {'id': 'drive', 'type': 'yes_no', 'text': 'Do you drive?', 'flag_when': ['no']}]}],
        'conclusion': {'text': 'Thank you, that is all.'},
    }

    def setUp(self):
        super().setUp()
        self.twilio = Twilio(*self.server_arguments)
        self.addCleanup(self.twilio.close)
        self.ctl('accounts', 'add', '--provider', 'twilio', '--name', 'Office',
                 '--account-sid', 'AC00000000000000000000000000000001', '--from', '+44 7700 900000',
                 '--base-url', self.twilio.url, '--rate', self.rate, '--poll-seconds', '1')
        self.ctl('set', 'undo-one', '0')
        self.ctl('set', 'undo-many', '0')
        self.ctl('set', 'send-hours', '0-1440-127')
        self.ctl('job', 'create', 'Cook', '--country', 'GB', '--stage', 'review:New', '--stage', 'form:Questions')
        self.stage = self.ctl('stages', 'Cook')[1]['id']
        self.ctl('publish', self.stage, self.write('campaign.json', json.dumps(self.campaign)))

    def add_people(self, count, first=100):
        """Numbers +44 7700 900100 and on; returns their cards."""
        rows = ''.join(f'Person,Number{i},07700 900{first + i}\n' for i in range(count))
        self.ctl('import', self.write('people.csv', 'First name,Last name,Phone\n' + rows), '--job', 'Cook',
                 '--consent', 'Form')
        return [c['application'] for c in self.ctl('list', 'Cook', '--stage', 'New')]

    def drop(self, *cards):
        return self.ctl('move', *cards, '--to', 'Questions')

    def status(self, card):
        return self.ctl('show', card)['status']

    def assert_authorized(self, request):
        scheme, _, pair = request['headers']['Authorization'].partition(' ')
        self.assertEqual(scheme, 'Basic')
        self.assertEqual(base64.b64decode(pair).decode(), 'AC00000000000000000000000000000001:the-secret')

    def kill(self, process):
        process.send_signal(signal.SIGKILL)
        process.communicate()
