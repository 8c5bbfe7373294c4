#!/usr/bin/python3
# test-commands.py
#
# Copyright 2026 The Callboard authors
#
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every command as a process: what it prints, what it changes, how it ends."""

import json
import os
import re
import signal
import sqlite3
import unittest

from callboard_ctl import DATABASE, FAILED, OK, REFUSED, SAMPLE, USAGE, Case

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'data')
IMPORT = os.path.join(SAMPLE, 'import.csv')


class Help(Case):
    def test_every_command_explains_itself(self):
        text = self.run_ctl('--help')
        commands = re.findall(r'^  ([a-z-]+)  +\S', text.partition('Commands:')[2], re.MULTILINE)
        self.assertGreater(len(commands), 20)
        for command in commands:
            self.assertIn(f'callboardctl {command}', self.run_ctl(command, '--help'))

    def test_version(self):
        self.assertRegex(self.run_ctl('--version'), r'^callboardctl \d')

    def test_jobs(self):
        nurse = self.ctl('job', 'create', 'Nurse', '--country', 'GB', '--template', 'care-en')['id']
        copy = self.ctl('job', 'create', 'Two', '--country', 'GB', '--copy', 'Nurse')['id']
        self.assertEqual([s['name'] for s in self.ctl('stages', nurse)], [s['name'] for s in self.ctl('stages', copy)])
        self.assertEqual([j['id'] for j in self.ctl('jobs')], [nurse, copy])
        self.ctl('job', 'close', 'Two')
        self.assertEqual([j['open'] for j in self.ctl('jobs')], [True, False])
        self.ctl('job', 'reopen', 'Two')
        self.assertEqual([j['open'] for j in self.ctl('jobs')], [True, True])

    def test_wrong_use(self):
        for arguments in [(), ('dance',), ('jobs', 'x'), ('stages',), ('list', '1', '--nonsense'), ('move', '1'),
                          ('move', 'x', '--to', '1'), ('resolve', '1'), ('late', '1'), ('set', 'weather', 'fine'),
                          ('accounts', 'add'), ('job', 'create', 'Cook'), ('import', IMPORT)]:
            self.run_ctl(*arguments, code=USAGE)
        self.assertEqual(os.listdir(self.folder), [])


class Accounts(Case):
    def add(self, provider, *settings):
        arguments = [a for s in settings for a in ('--set', s)]
        return self.ctl('accounts', 'add', '--provider', provider, '--name', provider, *arguments)

    def test_every_provider(self):
        self.add('meta', 'phone_number_id=1', 'waba_id=2')
        self.add('360dialog', 'from=+44 7700 900123')
        self.add('infobip', 'base_url=https://x.api.infobip.com', 'from=Callboard', 'channel=whatsapp')
        self.add('android', 'base_url=http://192.168.1.2:8080', 'user=sms')
        self.add('http', 'url=http://localhost:13013/cgi-bin/sendsms?to={to}', 'preset=kannel')
        self.assertEqual([a['channel'] for a in self.ctl('accounts')], ['whatsapp'] * 4 + ['sms'] * 2)
        self.assertEqual(self.ctl('accounts')[2]['settings']['from'], '+447700900123')

    def test_bad_settings(self):
        for settings in [('phone_number_id=1',), ('phone_number_id=1', 'waba_id=2', 'colour=red'),
                         ('phone_number_id=1', 'waba_id=2', 'secret=x'), ('phone_number_id',)]:
            self.refused(USAGE, 'accounts', 'add', '--provider', 'meta', '--set', *' --set '.join(settings).split(' '))
        self.refused(FAILED, 'accounts', 'add', '--provider', 'android', '--set', 'base_url=phone', '--set', 'user=a')

    def test_choice(self):
        self.ctl('job', 'create', 'Cook', '--country', 'GB')
        first = self.add('meta', 'phone_number_id=1', 'waba_id=2')['id']
        self.add('android', 'base_url=http://192.168.1.2:8080', 'user=sms')
        self.ctl('accounts', 'default', first)
        self.assertEqual(self.ctl('job', 'account', 1, first)['account'], first)
        self.assertEqual(self.ctl('job', 'account', 1, 'default')['account'], 0)
        self.refused(FAILED, 'job', 'account', 1, 99)

    def test_prices(self):
        self.ctl('accounts', 'price', 'GB', '0.04', 'GBP')
        self.assertEqual(self.ctl('accounts', 'prices'), [{'country': 'GB', 'price': '0.04', 'currency': 'GBP'}])
        self.refused(FAILED, 'accounts', 'price', 'GB', 'much', 'GBP')
        self.assertEqual(self.ctl('accounts', 'price', 'GB'), [])


class Campaign(Case):
    """A campaign goes from one stage to another, with its files."""

    def setUp(self):
        super().setUp()
        self.ctl('sample')
        stages = self.ctl('stages', 1)
        self.stage = next(s['id'] for s in stages if s['type'] == 'form')
        self.other = next(s['id'] for s in stages if s['type'] == 'reject')
        self.path = os.path.join(self.folder, 'form.callboard-campaign')

    def show(self, *arguments):
        return json.loads(self.run_ctl('campaign', 'show', *arguments))

    def test_there_and_back(self):
        before = self.show(self.stage)
        self.ctl('campaign', 'export', self.stage, self.path)
        imported = self.ctl('campaign', 'import', self.other, self.path)
        self.assertFalse(imported['published'])
        self.assertEqual(self.show(self.other), before)

    def test_versions(self):
        versions = self.ctl('campaign', 'versions', self.stage)
        newest = versions[0]['version']
        document = self.show(self.stage, '--version', newest)
        document['welcome']['text'] = 'Hello, may we ask you something?'
        plain = os.path.join(self.folder, 'plain.json')
        with open(plain, 'w') as file:
            json.dump(document, file)
        self.ctl('campaign', 'import', self.stage, plain, '--publish')
        versions = self.ctl('campaign', 'versions', self.stage)
        self.assertEqual(versions[0]['version'], newest + 1)
        self.assertEqual(versions[0]['changes'], ['Welcome: Text'])
        self.assertEqual(versions[0]['summary'], 'Welcome: Text')
        self.assertEqual(self.show(self.stage), document)
        self.assertNotEqual(self.show(self.stage, '--version', newest), document)

    def test_refused(self):
        before = self.show(self.stage)
        with open(self.path, 'wb') as file:
            file.write(b'PK\x03\x04 half of it')
        self.run_ctl('campaign', 'import', self.stage, self.path, code=FAILED)
        self.run_ctl('campaign', 'import', self.stage, IMPORT, code=FAILED)
        self.run_ctl('campaign', 'show', self.stage, '--version', '99', code=FAILED)
        self.run_ctl('campaign', 'export', self.stage, code=USAGE)
        self.run_ctl('campaign', 'burn', self.stage, code=USAGE)
        self.assertEqual(self.show(self.stage), before)


class Sample(Case):
    def setUp(self):
        super().setUp()
        self.ctl('sample')

    def test_only_into_an_empty_database(self):
        self.refused(REFUSED, 'sample')

    def test_what_is_in_it(self):
        jobs = self.ctl('jobs')
        self.assertEqual([j['title'] for j in jobs],
                         ['Warehouse operative', 'Front-of-house team member', 'Pflegefachkraft'])
        self.assertEqual(sum(j['cards'] for j in jobs), 400)
        stages = [s for j in jobs for s in self.ctl('stages', j['id'])]
        self.assertEqual({s['type'] for s in stages}, {'form', 'assessment', 'offer', 'reject', 'schedule', 'review'})
        for stage in stages:
            self.assertIsNone(stage['problem'], stage['name'])
        cards = [c for j in jobs for c in self.ctl('list', j['id'])]
        self.assertEqual(len({c['phone'] for c in cards}), 400)
        for card in cards:
            self.assertRegex(card['phone'], r'^\+(447700900\d{3}|4917139200\d{2})$')
        self.assertTrue({'delivered', 'in-progress', 'completed', 'failed', 'expired'} <= {c['status'] for c in cards})

    def test_sends_nothing(self):
        self.assertEqual(self.ctl('outbox'), [])
        before = self.ctl('export', 1)
        self.ctl('run', '--until-idle')
        self.assertEqual(self.ctl('export', 1), before)

    def test_an_open_conversation_goes_on(self):
        card = next(c for c in self.ctl('list', 'W-101') if c['status'] == 'in-progress' and c['done'] == 1)
        self.ctl('reply', card['application'], 'yes')
        self.assertEqual(self.ctl('show', card['application'])['done'], 2)

    def test_campaign_files_are_ready(self):
        for name in os.listdir(os.path.join(SAMPLE, 'campaigns')):
            path = os.path.join(SAMPLE, 'campaigns', name)
            kind = 'schedule' if 'interview' in name else 'form'
            self.assertTrue(self.ctl('check', path, '--type', kind)['ready'], name)


class Import(Case):
    def setUp(self):
        super().setUp()
        self.ctl('sample')

    def assert_broken(self, result):
        self.assertEqual(len(result['broken']), 20)
        self.assertEqual(len({b['line'] for b in result['broken']}), 20)
        self.assertEqual(len(re.findall(r'^Line \d+: \S', self.errors, re.MULTILINE)), 20)

    def test_dry_run_changes_nothing(self):
        result = self.ctl('import', IMPORT, '--job', 'W-101', '--dry-run')
        self.assert_broken(result)
        self.assertEqual(self.ctl('jobs')[0]['cards'], 190)

    def test_broken_rows_are_named_and_the_others_come_in(self):
        result = self.ctl('import', IMPORT, '--job', 'W-101')
        self.assert_broken(result)
        self.assertEqual((result['added'], result['sending']), (280, 0))
        self.assertEqual(self.ctl('jobs')[0]['cards'], 190 + 280)
        again = self.ctl('import', IMPORT, '--job', 'W-101')
        self.assertEqual((again['added'], again['present'] + len(again['broken'])), (0, 300))

    def test_both_encodings_are_the_same(self):
        self.ctl('import', IMPORT, '--job', 'W-101')
        self.ctl('import', os.path.join(SAMPLE, 'import-windows-1252.csv'), '--job', 'F-202')
        names = [{c['name'] for c in self.ctl('list', job, '--search', '+44770090')} for job in ('W-101', 'F-202')]
        self.assertIn('Zoë', ' '.join(names[0]))
        self.assertTrue(names[0] & names[1] >= {n for n in names[1] if 'Zoë' in n})

    def test_send(self):
        path = self.write('two.csv', 'Name,Phone,Stage,Consent\nAda Berg,07700 900990,First questions,yes\n'
                                     'Bo Carr,07700 900991,First questions,no\n')
        result = self.ctl('import', path, '--job', 1, '--send')
        self.assertEqual((result['added'], result['sending']), (2, 1))
        self.assertEqual([m['name'] for m in self.ctl('outbox')], ['Ada Berg'])

    def test_into_a_new_database(self):
        self.environment['CALLBOARD_DATA_DIR'] = self.path('new')
        self.ctl('job', 'create', 'Cook', '--country', 'GB')
        self.assertEqual(self.ctl('import', IMPORT, '--job', 'Cook')['added'] > 100, True)

    def test_what_is_no_table(self):
        self.refused(FAILED, 'import', self.path('nothing.csv'), '--job', 1)
        self.refused(FAILED, 'import', self.write('empty.csv', ''), '--job', 1)
        self.refused(FAILED, 'import', self.write('mute.csv', 'Colour,Shape\nred,round\n'), '--job', 1)
        self.refused(FAILED, 'import', IMPORT, '--job', 'Astronaut')


class Board(Case):
    def setUp(self):
        super().setUp()
        self.ctl('sample')
        self.card = self.first_card()

    def test_move_and_undo(self):
        moved = self.ctl('move', self.card, '--to', 'first questions')
        self.assertEqual((moved['moved'], moved['sending'], moved['provider']), (1, 1, 'rehearsal'))
        waiting = self.ctl('outbox')
        self.assertEqual([(m['application'], m['waits']) for m in waiting], [(self.card, 'time')])
        self.assertEqual(self.ctl('undo'), {'undone': 1, 'too_late': 0})
        self.assertEqual(self.ctl('outbox'), [])
        self.assertEqual(self.ctl('show', self.card)['stage'], 'New')
        self.refused(REFUSED, 'undo', moved['batch'])

    def test_what_is_refused(self):
        stage = next(s['id'] for s in self.ctl('stages', 'W-101') if s['name'] == 'Interview')
        self.assertIn('no Schedule module', self.refused(
            REFUSED, 'publish', stage, self.write('a.json', json.dumps({'callboard': 1, 'welcome': {'text': 'Hi'}}))))
        with sqlite3.connect(self.path('callboard.db')) as db:
            db.execute("UPDATE campaign SET problem = 'no-schedule' WHERE id = (SELECT campaign_id FROM stage WHERE id = ?)",
                       [stage])
        self.assertIn('Interview', self.refused(REFUSED, 'move', self.card, '--to', 'Interview'))
        self.assertEqual(self.ctl('move', self.card, '--to', 'Interview', '--without-sending')['sending'], 0)
        self.refused(REFUSED, 'send-again', self.card)
        self.refused(FAILED, 'move', self.card, '--to', 'Nowhere')
        self.refused(FAILED, 'move', 999999, '--to', 'New')
        self.refused(FAILED, 'show', 999999)

    def test_before(self):
        cards = [c['application'] for c in self.ctl('list', 1, '--stage', 'New')]
        self.ctl('move', cards[5], '--to', 'New', '--before', cards[1])
        after = [c['application'] for c in self.ctl('list', 1, '--stage', 'New')]
        self.assertEqual(after[:3], [cards[0], cards[5], cards[1]])

    def test_nobody_without_consent_gets_a_message(self):
        card = next(c['application'] for c in self.ctl('list', 1, '--stage', 'New') if not c['consent'])
        moved = self.ctl('move', card, '--to', 'First questions')
        self.assertEqual((moved['sending'], moved['skipped']['no_consent']), (0, 1))
        self.refused(REFUSED, 'send-again', card)
        self.ctl('consent', card, 'Telephone')
        self.ctl('send-again', card)
        self.assertEqual(len(self.ctl('outbox')), 1)

    def test_rehearsal_to_the_end(self):
        self.ctl('set', 'undo-one', '0')
        self.ctl('move', self.card, '--to', 'First questions')
        self.ctl('run', '--until-idle')
        for answer in ['Yes', '2', 'maybe', 'yes', 'no', 'At a dairy', 'skip']:
            self.ctl('reply', self.card, answer)
            self.ctl('run', '--until-idle')
        shown = self.ctl('show', self.card)
        self.assertEqual((shown['status'], shown['done']), ('completed', 5))
        self.assertEqual([(a['value'], a['flagged']) for a in shown['answers']],
                         [('nights', False), ('yes', False), ('no', True), ('At a dairy', False), ('', False)])
        said = self.ctl('conversation', self.card)
        self.assertEqual(len([m for m in said if m.get('direction') == 'in']), 7)
        self.assertNotIn('waiting', [m.get('state') for m in said])

    def test_type(self):
        self.assertIn('24 hours', self.refused(REFUSED, 'type', self.card, 'Would Tuesday suit you?'))
        self.ctl('reply', self.card, 'When may I come?')
        self.ctl('type', self.card, 'Would Tuesday suit you?')
        self.refused(FAILED, 'type', self.card, '  ')
        self.ctl('run', '--until-idle')
        self.assertEqual(self.ctl('conversation', self.card)[-1]['body'], 'Would Tuesday suit you?')


    def test_type_on_a_channel_without_a_window(self):
        self.ctl('accounts', 'set', self.ctl('accounts')[0]['id'], 'rendering=sms')
        self.ctl('type', self.card, 'Would Tuesday suit you?')
        self.refused(USAGE, 'accounts', 'set', self.ctl('accounts')[0]['id'], 'rendering=pigeon')

    def test_hold_and_hand_back(self):
        self.refused(REFUSED, 'hold', self.card)
        self.ctl('set', 'undo-one', '0')
        self.ctl('move', self.card, '--to', 'First questions')
        self.ctl('run', '--until-idle')
        self.ctl('reply', self.card, 'Yes')
        self.ctl('run', '--until-idle')
        self.ctl('hold', self.card)
        self.refused(REFUSED, 'hold', self.card)
        self.ctl('reply', self.card, '2')
        self.assertEqual((self.ctl('show', self.card)['done'], self.ctl('show', self.card)['answers']), (0, []))
        self.ctl('hand-back', self.card)
        self.refused(REFUSED, 'hand-back', self.card)
        self.ctl('reply', self.card, '2')
        self.assertEqual(self.ctl('show', self.card)['done'], 1)

    def test_archive(self):
        self.ctl('move', self.card, '--to', 'First questions')
        self.ctl('archive', self.card)
        self.assertEqual(self.ctl('outbox'), [])
        self.refused(FAILED, 'archive', self.card)
        self.ctl('unarchive', self.card)
        shown = self.ctl('show', self.card)
        self.assertEqual((shown['stage'], shown['status'], self.ctl('outbox')), ('First questions', 'cancelled', []))


class Queue(Case):
    """One person with a card in two jobs."""

    campaign = {
        'callboard': 1,
        'welcome': {'text': 'Hello {{candidate.first_name|there}}'},
        'modules': [{'id': 'm', 'type': 'questions', 'questions': [
            {'id': 'start', 'type': 'short_answer', 'text': 'When could you start?'}]}],
        'conclusion': {'text': 'Thank you, that is all.'},
    }

    def add_job(self, title):
        self.ctl('job', 'create', title, '--country', 'GB', '--stage', 'review:New', '--stage', 'form:Questions')
        stage = self.ctl('stages', title)[1]['id']
        self.ctl('publish', stage, self.write('campaign.json', json.dumps(self.campaign)))
        people = self.write('people.csv', 'First name,Last name,Phone\nAnna,Bell,07700 900100\n')
        self.ctl('import', people, '--job', title, '--consent', 'Form')
        return self.ctl('list', title)[0]['application']

    def setUp(self):
        super().setUp()
        self.ctl('set', 'undo-one', '0')
        self.ctl('set', 'send-hours', '0-1440-127')
        self.first, self.second = self.add_job('Cook'), self.add_job('Baker')
        self.ctl('move', self.first, '--to', 'Questions')
        self.ctl('move', self.second, '--to', 'Questions')
        self.run_ctl('run', '--until-idle')
        self.assertEqual((self.status(self.first), self.status(self.second)), ('delivered', 'queued'))

    def status(self, card):
        return self.ctl('show', card)['status']

    def assert_leaves(self):
        self.run_ctl('run', '--until-idle')
        self.assertEqual(self.status(self.second), 'delivered')

    def test_ended(self):
        for text in ['Yes', 'On Monday']:
            self.ctl('reply', self.first, text)
            self.run_ctl('run', '--until-idle')
        self.assertEqual(self.status(self.first), 'completed')
        self.assert_leaves()

    def test_moved_on(self):
        self.ctl('move', self.first, '--to', 'New')
        self.assert_leaves()

    def test_archived(self):
        self.ctl('archive', self.first)
        self.assert_leaves()

    def test_withdrawn(self):
        self.ctl('reply', self.first, 'Withdraw')
        self.assertEqual(self.status(self.first), 'withdrawn')
        self.assert_leaves()

    def test_opted_out(self):
        self.ctl('reply', self.first, 'Stop, please!')
        self.run_ctl('run', '--until-idle')
        self.assertEqual((self.status(self.first), self.status(self.second)), ('withdrawn', 'withdrawn'))
        self.assertEqual(self.ctl('outbox'), [])


class Json(Case):
    def test_what_reads_prints_json(self):
        self.ctl('sample')
        for command in [('jobs',), ('stages', 1), ('list', 1), ('show', 1), ('conversation', 1), ('outbox',),
                        ('outbox', '--unknown', '--failed'), ('accounts',), ('export', 3)]:
            self.ctl(*command)
            self.assertEqual(self.errors, '')
            self.run_ctl(*command)

    def test_export_has_everything(self):
        self.ctl('sample')
        export = self.ctl('export', 'P-303')
        cards = [c for s in export['stages'] for c in s['cards']]
        self.assertEqual(len(cards), 80)
        self.assertTrue(any(c['answers'] for c in cards) and any(c['conversation'] for c in cards))
        self.assertEqual(export['stages'][1]['campaign']['language'], 'de')


class Campaigns(Case):
    def check(self, document, code):
        return self.refused(code, 'check', self.write('campaign.json', document))

    def test_check(self):
        self.assertIn('modules[0].blocks[0].colour', self.check(json.dumps({
            'callboard': 1, 'welcome': {'text': 'Hi'},
            'modules': [{'id': 'm', 'type': 'content', 'blocks': [{'id': 'b', 'type': 'text', 'text': 'x', 'colour': 1}]}],
        }), FAILED))
        self.assertIn('newer', self.check('{"callboard": 2}', FAILED))
        self.check('[' * 100000, FAILED)
        self.check('<html>', FAILED)
        self.check(json.dumps({'callboard': 1, 'welcome': {'text': ' '}}), REFUSED)
        self.check(json.dumps({'callboard': 1, 'welcome': {'text': 'Hi {{candidate.shoe_size}}'}}), REFUSED)

    def test_publish(self):
        self.ctl('job', 'create', 'Cook', '--country', 'GB', '--stage', 'form:Questions')
        self.assertIn('text is missing', self.refused(
            REFUSED, 'publish', 1, self.write('a.json', json.dumps({'callboard': 1, 'welcome': {'text': ''}}))))
        self.refused(FAILED, 'publish', 1, self.write('b.json', '{"callboard": 1, "colour": 1}'))
        good = self.ctl('publish', 1, self.write('c.json', json.dumps({'callboard': 1, 'welcome': {'text': 'Hi'}})))
        self.assertEqual((good['version'], good['ready']), (2, True))


class Database(Case):
    def test_reads_while_another_runs(self):
        self.ctl('sample')
        card = self.first_card()
        running = self.start_run()
        self.assertEqual(len(self.ctl('jobs')), 3)
        self.ctl('list', 1)
        self.ctl('outbox')
        self.assertIn('Another Callboard', self.refused(DATABASE, 'move', card, '--to', 'First questions'))
        running.send_signal(signal.SIGTERM)
        self.assertEqual(running.wait(30), OK)
        self.ctl('move', card, '--to', 'First questions')

    def test_interrupt_is_clean(self):
        self.ctl('sample')
        running = self.start_run('--json')
        running.send_signal(signal.SIGINT)
        output, _ = running.communicate(timeout=30)
        self.assertEqual(running.returncode, OK)
        self.assertEqual(json.loads(output)['waiting'], 0)

    def test_nothing_there(self):
        self.refused(DATABASE, 'jobs')
        self.assertEqual(os.listdir(self.folder), [])

    def test_newer(self):
        self.ctl('sample')
        with sqlite3.connect(self.path('callboard.db')) as db:
            db.execute('PRAGMA user_version = 999')
        db.close()
        self.assertIn('newer', self.refused(DATABASE, 'jobs'))
        self.refused(DATABASE, 'move', 1, '--to', 'New')
        with sqlite3.connect(self.path('callboard.db')) as db:
            self.assertEqual(db.execute('SELECT count(*) FROM application').fetchone(), (400,))
        db.close()

    def test_corrupt(self):
        self.write('callboard.db', 'This is no database. ' * 1000)
        self.refused(DATABASE, 'jobs')
        self.refused(DATABASE, 'sample')
        with open(self.path('callboard.db'), encoding='utf-8') as file:
            self.assertTrue(file.read().startswith('This is no database.'))


class Rehearse(Case):
    CAMPAIGN = {
        'callboard': 1, 'welcome': {'text': 'Hi {{candidate.first_name|there}}.'}, 'conclusion': {'text': 'Thank you.'},
        'modules': [{'id': 'm', 'type': 'questions', 'questions': [
            {'id': 'shift', 'type': 'single_choice', 'text': 'Which shift?',
             'choices': [{'id': 'early', 'label': 'Early'}, {'id': 'late', 'label': 'Late'}]}]}]}

    def play(self, answers, *options, code=OK):
        campaign = self.write('campaign.json', json.dumps(self.CAMPAIGN))
        return self.run_ctl('rehearse', campaign, '--answers', self.write('answers', answers), *options, code=code)

    def test_whole(self):
        text = self.play('# the shy one\n\nyes\npurple\n2\n', '--rendering', 'sms')
        self.assertIn('→ Hi Robin.\n    Reply YES to start.', text)
        self.assertIn('Sorry, that was not one of the choices.', text)
        self.assertIn('Which shift?  Late', text)
        self.assertIn('completed', text)
        self.assertNotIn('shy', text)

    def test_json(self):
        card = json.loads(self.play('yes\nearly\n', '--json'))
        self.assertEqual(card['status'], 'completed')
        self.assertEqual(card['conversation'][-1]['body'], 'Thank you.')

    def test_answers_end_early(self):
        self.play('yes\n', code=FAILED)
        self.assertIn('ended before', self.errors)

    def test_time_passes(self):
        text = self.play('yes\n/clock next\n/clock next\n1\n')
        self.assertEqual(text.count('[the clock moves'), 2)
        self.assertGreater(text.count('→'), 4)

    def test_impossible_lines(self):
        self.assertIn('no file', self.errors_of('yes\n/file nowhere.pdf\n'))
        self.assertIn('soon', self.errors_of('yes\n/clock soon\n'))

    def errors_of(self, answers):
        self.play(answers, code=FAILED)
        return self.errors

    EVERYTHING = ['Yes', 'The Grand', 'The smell of paint', '2', '1 and 3', 'yes', 'true', '2,5 or so', '2.5',
                  '1 December 2026', 'robin@Example.ORG', '4 out of 5', '/file {phone}/tour.mp4', '/file {phone}/voice.ogg',
                  '/file {phone}/stage.png', '/file {phone}/rules.pdf', '/file {phone}/stage.png']

    def play_file(self, name, answers, *options):
        phone = os.path.join(DATA, 'phone')
        return self.run_ctl('rehearse', os.path.join(DATA, 'campaigns', name), '--files', phone, '--answers',
                            self.write('answers', '\n'.join(answers).format(phone=phone)), *options)

    def test_every_module_and_question(self):
        for rendering in ['whatsapp', 'sms']:
            if rendering == 'sms':
                campaign = json.load(open(os.path.join(DATA, 'campaigns', 'everything.json'), encoding='utf-8'))
                campaign['modules'][0]['blocks'] = campaign['modules'][0]['blocks'][:1]
                text = self.run_ctl('rehearse', self.write('sms.json', json.dumps(campaign)), '--rendering', 'sms', '--answers',
                                    self.write('answers', '\n'.join(self.EVERYTHING).format(phone=os.path.join(DATA, 'phone'))))
            else:
                text = self.play_file('everything.json', self.EVERYTHING)
            self.assertIn('→ Thank you, Robin. That is everything.', text)
            self.assertIn('This kind of file cannot be used here. Please send: PDF.', text)
            for answer in ['Sound', 'Friday, Sunday', '2.5', '1 December 2026', 'robin@Example.ORG', '4 out of 5']:
                self.assertIn(f'?  {answer}\n', text)

    def test_interview(self):
        # The third day is far enough for both reminders at any hour; the first may have but one time left.
        text = self.play_file('schedule.json', ['Yes', '3', '2', '/clock next', '1', '/clock next'])
        self.assertIn('Your interview is booked', text)
        self.assertIn('A reminder of your interview', text)
        self.assertIn('Thank you for confirming', text)
        self.assertIn('Your interview begins soon', text)
        self.assertIn('Place: Stage door, 1 Theatre Lane', text)

    def test_pictures_cannot_leave_by_sms(self):
        self.refused(REFUSED, 'rehearse', os.path.join(DATA, 'campaigns', 'everything.json'), '--rendering', 'sms', '--files',
                     os.path.join(DATA, 'phone'), '--answers', self.write('answers', 'yes'))

    def test_not_among_real_jobs(self):
        self.ctl('sample')
        self.play('yes\n', '--data-dir', self.folder, code=REFUSED)

    def test_why(self):
        self.play('yes\npurple\n2\n', '--data-dir', self.path('kept'))
        rows = self.ctl('why', 1, '--data-dir', self.path('kept'))
        self.assertEqual([r['event'] for r in rows if r['why'] == 'The answer was not understood'],
                         ['The candidate wrote “purple”'])
        self.assertEqual(rows[-1]['effect'], 'Ends, Completed')


if __name__ == '__main__':
    unittest.main(verbosity=2)
