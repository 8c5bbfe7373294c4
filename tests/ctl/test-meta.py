#!/usr/bin/python3
# test-meta.py
#
# Copyright 2026 The Callboard authors
#
# SPDX-License-Identifier: GPL-3.0-or-later

"""A whole campaign over WhatsApp: a server of the Cloud API's shapes, and a candidate who answers by signed webhooks."""

import hashlib
import hmac
import http.server
import json
import queue
import sqlite3
import threading
import time
import unittest
import urllib.request

from callboard_ctl import FAILED, OK, SAMPLE, Case, wait_for

NUMBER, WABA, TOKEN, APP = '100200300', '400500600', 'the-token', 'the-app-secret'
PHONE = '+447700900100'
CV = b'%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'


class Cloud(http.server.ThreadingHTTPServer):
    """Takes sends, uploads and templates as Meta does, and lets one candidate answer."""

    daemon_threads = True

    def __init__(self):
        super().__init__(('127.0.0.1', 0), Handler)
        self.url = f'http://127.0.0.1:{self.server_address[1]}'
        self.messages, self.uploads, self.templates, self.faults = [], [], {}, []
        self.receiver = None
        self.jobs = queue.Queue()
        threading.Thread(target=self.serve_forever, daemon=True).start()
        threading.Thread(target=self.work, daemon=True).start()

    def work(self):
        while True:
            for value in self.react(*self.jobs.get()):
                self.tell(value)
                self.tell(value)

    def tell(self, value):
        """One webhook, signed; it is told twice, as happens."""
        value = {'messaging_product': 'whatsapp', 'metadata': {'phone_number_id': NUMBER}, **value}
        body = json.dumps({'object': 'whatsapp_business_account',
                           'entry': [{'id': WABA, 'changes': [{'field': 'messages', 'value': value}]}]}).encode()
        signature = hmac.new(APP.encode(), body, hashlib.sha256).hexdigest()
        request = urllib.request.Request(self.receiver, body, {'X-Hub-Signature-256': f'sha256={signature}'})
        with urllib.request.urlopen(request, timeout=20) as answer:
            if answer.status != 200:
                self.faults.append(answer.status)

    def react(self, name, message):
        """Statuses in disorder, then what the candidate does."""
        key = message['biz_opaque_callback_data']
        for status in ('delivered', 'sent', 'read'):
            yield {'statuses': [{'id': name, 'status': status, 'timestamp': str(int(time.time())), 'biz_opaque_callback_data': key}]}
        answer = self.answer(message)
        if answer:
            yield {'contacts': [{'wa_id': PHONE[1:]}],
                   'messages': [{'id': f'{name}.answer', 'from': PHONE[1:], 'timestamp': str(int(time.time())), 'context': {'id': name}, **answer}]}

    @staticmethod
    def answer(message):
        kind, part = message['type'], message[message['type']]
        if kind == 'template':
            payload = part['components'][-1]['parameters'][0]['payload']
            return {'type': 'button', 'button': {'payload': payload, 'text': 'Yes'}}
        if kind == 'interactive' and part['type'] == 'list':
            row = part['action']['sections'][0]['rows'][1]
            return {'type': 'interactive', 'interactive': {'type': 'list_reply', 'list_reply': row}}
        if kind == 'interactive':
            reply = part['action']['buttons'][0]['reply']
            return {'type': 'interactive', 'interactive': {'type': 'button_reply', 'button_reply': reply}}
        if kind == 'text' and 'CV' in part['body']:
            return {'type': 'document', 'document': {'id': 'inbound', 'filename': 'CV.pdf', 'mime_type': 'application/pdf'}}
        return None


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *arguments):
        pass

    def reply(self, status, data, kind='application/json'):
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        self.send_response(status)
        self.send_header('Content-Type', kind)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def refuse(self, status, code):
        self.reply(status, {'error': {'message': f'(#{code})', 'code': code}})

    def is_authorized(self):
        if self.headers['Authorization'] == f'Bearer {TOKEN}':
            return True
        self.refuse(401, 190)
        return False

    def do_GET(self):
        cloud, path = self.server, self.path.partition('?')[0]
        if not self.is_authorized():
            return
        if path == f'/v23.0/{WABA}/message_templates':
            self.reply(200, {'data': [dict(t, status='APPROVED') for t in cloud.templates.values()]})
        elif path == '/v23.0/inbound':
            self.reply(200, {'url': f'{cloud.url}/files/1', 'sha256': hashlib.sha256(CV).hexdigest(), 'file_size': len(CV),
                             'mime_type': 'application/pdf', 'id': 'inbound'})
        elif path == '/files/1':
            self.reply(200, CV, 'application/pdf')
        else:
            self.refuse(400, 100)

    def do_POST(self):
        cloud, body = self.server, self.rfile.read(int(self.headers['Content-Length']))
        if not self.is_authorized():
            return
        if self.path == f'/v23.0/{NUMBER}/messages':
            self.send(cloud, json.loads(body))
        elif self.path == f'/v23.0/{NUMBER}/media' and self.headers['Content-Type'].startswith('multipart/form-data'):
            cloud.uploads.append(body)
            self.reply(200, {'id': f'media.{len(cloud.uploads)}'})
        elif self.path == f'/v23.0/{WABA}/message_templates':
            template = json.loads(body)
            cloud.templates[template['name']] = template
            self.reply(200, {'id': '1', 'status': 'PENDING'})
        else:
            self.refuse(400, 100)

    def send(self, cloud, message):
        template = message.get('template')
        if message['to'] != PHONE:
            self.refuse(400, 131030)
        elif template is None and not cloud.messages:
            self.refuse(400, 131047)
        elif template is not None and template['name'] not in cloud.templates:
            self.refuse(404, 132001)
        else:
            cloud.messages.append(message)
            name = f'wamid.{len(cloud.messages)}'
            self.reply(200, {'messaging_product': 'whatsapp', 'messages': [{'id': name}]})
            cloud.jobs.put((name, message))


class Campaign(Case):
    def setUp(self):
        super().setUp()
        self.cloud = Cloud()
        self.addCleanup(self.cloud.server_close)
        self.addCleanup(self.cloud.shutdown)
        self.environment['CALLBOARD_SECRET_2'] = json.dumps({'secret': TOKEN, 'app_secret': APP, 'verify_token': 'sesame'})
        settings = {'phone_number_id': NUMBER, 'waba_id': WABA, 'base_url': self.cloud.url}
        self.ctl('accounts', 'add', '--provider', 'meta', '--name', 'WhatsApp',
                 *(word for key, value in settings.items() for word in ('--set', f'{key}={value}')))
        for name, value in (('undo-one', '0'), ('send-hours', '0-1440-127'), ('send-account', '2')):
            self.ctl('set', name, value)
        self.ctl('job', 'create', 'Cook', '--country', 'GB', '--stage', 'review:New', '--stage', 'form:Questions')
        self.stage = self.ctl('stages', 'Cook')[1]['id']

    def block(self, name, kind, path, text):
        file = self.ctl('file', 'add', path)
        return {'id': name, 'type': kind, 'text': text, 'file': {k: file[k] for k in ('hash', 'name', 'media_type', 'size')}}

    def write_campaign(self):
        leaflet, film = self.path('leaflet.pdf'), self.path('film.mp4')
        with open(leaflet, 'wb') as file:
            file.write(CV)
        with open(film, 'wb') as file:
            file.write(b'\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41' + bytes(64))
        crews = [{'id': name.lower(), 'label': name} for name in ('Light', 'Sound', 'Stage', 'Wardrobe', 'House')]
        return self.write('campaign.json', json.dumps({
            'callboard': 1, 'language': 'en',
            'welcome': {'text': 'Hello {{candidate.first_name|there}}, shall we go on with your application as {{job.title}}?',
                        'template': {'name': 'go_on', 'category': 'utility', 'buttons': ['Yes'],
                                     'samples': {'candidate': {'first_name': 'Ada'}, 'job': {'title': 'Driver'}}}},
            'modules': [
                {'id': 'show', 'type': 'content', 'blocks': [
                    self.block('leaflet', 'document', leaflet, 'The role'), self.block('film', 'video', film, 'The house')]},
                {'id': 'ask', 'type': 'questions', 'questions': [
                    {'id': 'crew', 'type': 'single_choice', 'text': 'Which crew do you prefer?', 'choices': crews},
                    {'id': 'drive', 'type': 'yes_no', 'text': 'Do you drive?'}]},
                {'id': 'papers', 'type': 'collect', 'requests': [{'id': 'cv', 'text': 'Please send your CV.', 'kinds': ['pdf']}]}],
            'conclusion': {'text': 'Thank you, that is all.'}}))

    def listen(self):
        process = self.start('receiver', '--json', '--port', 0)
        text = ''
        while not text.rstrip().endswith(']'):
            line = process.stdout.readline()
            self.assertNotEqual(line, '', process.stderr.read() if process.poll() is not None else '')
            text += line
        self.cloud.receiver = json.loads(text)[0]['local']
        return process

    def stop(self, process):
        process.terminate()
        self.assertIn(process.wait(30), (OK, FAILED), process.stderr.read())

    def one(self, sql):
        with sqlite3.connect(self.path('callboard.db'), timeout=10) as database:
            row = database.execute(sql).fetchone()
            return row[0] if row else None

    def test_from_the_template_to_the_last_word(self):
        campaign = self.write_campaign()
        self.ctl('publish', self.stage, campaign)
        self.ctl('import', self.write('people.csv', 'First name,Last name,Phone\nAnna,Lee,07700 900100\n'), '--job', 'Cook',
                 '--consent', 'Form')
        card, = [c['application'] for c in self.ctl('list', 'Cook', '--stage', 'New')]
        self.refused(3, 'move', card, '--to', 'Questions')

        self.ctl('submit', campaign)
        process = self.listen()
        wait_for(lambda: self.one('SELECT state FROM whatsapp_template') == 'approved', 'the approval')
        self.stop(process)

        self.ctl('move', card, '--to', 'Questions')
        process = self.listen()
        wait_for(lambda: self.one('SELECT status FROM enrolment') == 'completed', 'the end', 60)
        wait_for(lambda: self.one("SELECT count(*) FROM message WHERE direction = 'out' AND state <> 'read'") == 0, 'the receipts')
        self.stop(process)

        sent = self.cloud.messages
        self.assertEqual([m['type'] if m['type'] != 'interactive' else m['interactive']['type'] for m in sent],
                         ['template', 'document', 'video', 'list', 'button', 'text', 'text'])
        self.assertEqual(len({m['biz_opaque_callback_data'] for m in sent}), len(sent))
        self.assertEqual([p['text'] for p in sent[0]['template']['components'][0]['parameters']], ['Anna', 'Cook'])
        self.assertEqual((sent[1]['document']['caption'], sent[1]['document']['filename']), ('The role', 'leaflet.pdf'))
        self.assertEqual(len(self.cloud.uploads), 2)
        self.assertEqual(self.one('SELECT count(*) FROM media_upload'), 2)
        shown = self.ctl('show', card)
        self.assertEqual([a['value'] for a in shown['answers']][:2], ['sound', 'yes'])
        self.assertEqual(self.one("SELECT hash FROM attachment WHERE source = 'inbound'"), hashlib.sha256(CV).hexdigest())
        self.assertEqual(self.one("SELECT count(*) FROM message WHERE direction = 'in'"), 4)
        self.assertEqual(self.cloud.faults, [])


if __name__ == '__main__':
    unittest.main(verbosity=2)
