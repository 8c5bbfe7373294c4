"""A recruiter's office for the tests: a data directory made by callboardctl, and a server that stands for Twilio.

    with Office(people=['Ana Archer', 'Ben Baker'], answers=['YES', 'Nine years', '2', 'yes']) as office:
        with office.open() as callboard:
            board = Board(callboard)
            board.card('Ana Archer').drag_to(board.empty('Form'))

The job is “Night nurse” with the stages New (Review), Form and Rejected; messages may leave at any hour of any day.
"""
import base64
import json
import os
import re
import subprocess
import tempfile
import time
import urllib.request
from urllib.parse import parse_qsl, urlencode

from callboard_e2e import Callboard, Failure, check, wait

ACCOUNT = 'AC00000000000000000000000000000001'
KEY = 'SK00000000000000000000000000000001'
SECRET = 'the-secret'
SENDER = '+447700900000'

# Seconds: enough for a slow machine to see a card say Scheduled, and to take it back.
UNDO = 4

CAMPAIGN = {
    'callboard': 1,
    'language': 'en',
    'welcome': {'text': 'Hi {{candidate.first_name}}, thanks for applying as {{job.title}} in {{job.location}}.'},
    'modules': [
        {'id': 'm1', 'type': 'content', 'blocks': [{'id': 'b1', 'type': 'text', 'text': 'Nights are 20:00 to 08:00.'}]},
        {'id': 'm2', 'type': 'questions', 'questions': [
            {'id': 'q1', 'type': 'short_answer', 'text': 'Where did you work last?'},
            {'id': 'q2', 'type': 'single_choice', 'text': 'Which ward do you prefer?', 'choices': [
                {'id': 'c1', 'label': 'Surgery'}, {'id': 'c2', 'label': 'Paediatrics'}]},
            {'id': 'q3', 'type': 'yes_no', 'text': 'Do you have a car?'}]},
    ],
    'conclusion': {'text': 'Thank you, {{candidate.first_name}}. We will call you.'},
    'settings': {'progress': True},
}
ANSWERS = ['YES', 'Leeds General', '2', 'yes']


def texts(first_name):
    """What a candidate who gives ANSWERS gets, in order, word by word."""
    return [
        f'Hi {first_name}, thanks for applying as Night nurse in Leeds.\nReply YES to start.',
        'Nights are 20:00 to 08:00.',
        'Question 1 of 3\nWhere did you work last?',
        'Question 2 of 3\nWhich ward do you prefer?\n1  Surgery\n2  Paediatrics\nReply with a number, for example 1.',
        'Question 3 of 3\nDo you have a car?\n1  Yes\n2  No\nReply with a number, for example 1.',
        f'Thank you, {first_name}. We will call you.',
    ]


def phone(index):
    """The number of the nth person: of those kept for fiction."""
    return f'+4477009001{index:02}'


class Twilio:
    """tests/support/fake_twilio.py, and what it saw."""

    def __init__(self, answers=()):
        script = os.path.join(os.environ['G_TEST_SRCDIR'], 'support', 'fake_twilio.py')
        self.process = subprocess.Popen(['/usr/bin/python3', script, '--stdin', '--account', ACCOUNT, '--key', KEY,
                                         '--secret', SECRET, '--number', SENDER, '--answers', '|'.join(answers)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.url = f'http://127.0.0.1:{int(self.process.stdout.readline())}'

    def close(self):
        self.process.stdin.close()
        self.process.wait()

    def control(self, name, **form):
        data = urlencode(form).encode() if form else None
        with urllib.request.urlopen(f'{self.url}/_control/{name}', data=data, timeout=10) as answer:
            return json.load(answer)

    def posts(self, to=None):
        """The requests to send, oldest first, with their form."""
        posts = [request for request in self.control('requests') if request['method'] == 'POST']
        for post in posts:
            post['form'] = dict(parse_qsl(post['body'], keep_blank_values=True, strict_parsing=True))
        return [post for post in posts if to in (None, post['form']['To'])]

    def bodies(self, to):
        return [post['form']['Body'] for post in self.posts(to)]

    def polls(self):
        """How often the program has asked for news."""
        return sum(request['method'] == 'GET' for request in self.control('requests'))

    def wait_posts(self, count, to=None, timeout=15):
        """Waits for so many requests to send, and returns them."""
        return wait(lambda: len(self.posts(to)) >= count and self.posts(to), f'{count} requests to send', timeout)


def check_post(post, to, body, user=ACCOUNT):
    """Checks a request to send, byte by byte as far as Twilio documents it."""
    check(post['path'] == f'/2010-04-01/Accounts/{ACCOUNT}/Messages.json', f"the path, not {post['path']}")
    check(sorted(parse_qsl(post['body'])) == sorted({'To': to, 'From': SENDER, 'Body': body}.items()),
          f"a form of To {to}, From and Body {body!r}, not {post['body']}")
    headers = {name.lower(): value for name, value in post['headers'].items()}
    check(headers['content-type'] == 'application/x-www-form-urlencoded', f"a form, not {headers['content-type']}")
    basic = base64.b64encode(f'{user}:{SECRET}'.encode()).decode()
    check(headers['authorization'] == f'Basic {basic}', 'Basic auth of the account')


class Office:
    """A data directory and the server behind its account."""

    def __init__(self, people, answers=(), undo=UNDO, key=None, keyring=False, form='Form'):
        self.folder = tempfile.TemporaryDirectory(prefix='callboard-office-')
        self.twilio = Twilio(answers)
        self.people = people
        self.form = form
        self.undo = undo
        self.environment = {'CALLBOARD_DATA_DIR': os.path.join(self.folder.name, 'data')}
        self.key = key
        self.keyring = keyring

    def __enter__(self):
        self.ctl('job', 'create', 'Night nurse', '--country', 'GB', '--location', 'Leeds', '--stage', 'review:New',
                 '--stage', f'form:{self.form}', '--stage', 'reject:Rejected')
        self.add_account()
        self.ctl('publish', '2', self.write('campaign.json', json.dumps(CAMPAIGN)))
        for name, value in ('undo-one', self.undo), ('undo-many', self.undo), ('send-hours', '0-1440-127'):
            self.ctl('set', name, value)
        if self.people:
            self.add(self.people)
        return self

    def __exit__(self, *_):
        self.twilio.close()
        self.folder.cleanup()

    def add_account(self):
        arguments = ['--provider', 'twilio', '--name', 'Test', '--account-sid', ACCOUNT, '--from', SENDER,
                     '--base-url', self.twilio.url, '--poll-seconds', '1']
        if self.key:
            arguments += ['--api-key', self.key]
        if self.keyring:
            arguments.append('--secret-stdin')
        account = self.ctl('accounts', 'add', *arguments, text=SECRET if self.keyring else '')['id']
        if not self.keyring:
            self.environment[f'CALLBOARD_SECRET_{account}'] = SECRET

    def add(self, people):
        """Adds people to New, all with consent."""
        lines = ['First name,Last name,Phone,Stage']
        for index, name in enumerate(people, 1):
            first, last = name.split()
            lines.append(f'{first},{last},{phone(index)},New')
        self.ctl('import', '--job', '1', '--consent', 'Job fair', '--wording', 'I agree to messages',
                 self.write('people.csv', '\n'.join(lines) + '\n'))

    def write(self, name, text):
        path = os.path.join(self.folder.name, name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return path

    def ctl(self, *arguments, text=''):
        """Runs callboardctl and returns what it says, read as JSON if it is."""
        command = [os.environ['CALLBOARDCTL'], *map(str, arguments), '--json']
        done = subprocess.run(command, env={**os.environ, **self.environment}, input=text, capture_output=True, text=True)
        if done.returncode:
            raise Failure(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
        try:
            return json.loads(done.stdout)
        except ValueError:
            return done.stdout

    def person(self, name):
        """The card of a person as the database has it."""
        return next(card for card in self.ctl('list', '1') if card['name'] == name)

    def open(self, **options):
        return Callboard(environment=self.environment, **options)


class Board:
    """The board in the window, as assistive technology and the eye see it."""

    def __init__(self, callboard):
        self.callboard = callboard
        self.columns = {}

    def column(self, stage):
        """A stage's column; its name says how many cards it has."""
        if stage not in self.columns:
            self.columns[stage] = self.callboard.find(re.compile(rf'^{stage}, \d+ cards?$'), 'panel')
        return self.columns[stage]

    def names(self, stage):
        """Whose cards stand in a stage, from the top."""
        cards = self.column(stage).all(role='list item')
        return [card.name for card in sorted(cards, key=lambda card: int(place(card)[1]))]

    def card(self, name, stage=None, timeout=15):
        """Waits for a person's card, in a stage or in any."""
        def look():
            columns = [self.column(stage)] if stage else list(map(self.column, ('New', 'Form', 'Rejected')))
            return next((card for column in columns for card in column.all(name, 'list item')), None)
        return wait(look, f'the card of {name} in {stage or "a stage"}', timeout)

    def wait_card(self, name, stage, words, timeout=15):
        """Waits until a person's card in a stage says some words, and returns it."""
        def look():
            card = next(iter(self.column(stage).all(name, 'list item')), None)
            return card if card and words in card.description else None
        try:
            return wait(look, f'the card of {name} in {stage} to say {words!r}', timeout)
        except Failure as failure:
            cards = [f'{card} {card.description!r}' for column in self.columns.values()
                     for card in column.all(role='list item')]
            raise Failure(f'{failure}; there are {cards}') from None

    def empty(self, stage):
        """A point of a column below its cards."""
        return self.column(stage).point(0.5, 0.7)

    def focused(self, name=None):
        """Waits until a person's card, or any, has the focus."""
        return wait(lambda: next((card for column in self.columns.values() for card in column.all(name, 'list item')
                                  if card.has('focused')), None), f'the focus on the card of {name or "somebody"}')


def place(card):
    """Where a card says that it stands: stage, position, number of cards."""
    match = re.match(r'In (.*), (\d+) of (\d+)', card.description)
    check(match, f'{card} says where it stands, not {card.description!r}')
    return match.groups()


def stand_still(twilio, polls=2):
    """Waits until the program has asked the server for news a few times more: whatever was due has left by then."""
    before = twilio.polls()
    wait(lambda: twilio.polls() >= before + polls, f'{polls} more polls')


def now():
    """The time as the server's log tells it."""
    return time.time()
