"""Campaigns with one of everything are played to their end on a simulated phone, with the real pointer and keys."""
import hashlib
import json
import os
import re
import shutil

from callboard_e2e import check, key, run, screenshot, shot, type_text, wait
from callboard_office import Board, Office

NAME = 'Ana Archer'
DATA = os.path.join(os.environ['G_TEST_SRCDIR'], 'data')


class Theatre(Office):
    """An office without an account, so that the phones of the rehearsal get what it sends."""

    def __init__(self, stage='form:Form'):
        super().__init__([NAME], undo=600)
        self.stage = stage
        self.store_files()

    def __enter__(self):
        self.ctl('job', 'create', 'Stagehand', '--country', 'GB', '--location', 'Leeds', '--manager', 'Iris Moon',
                 '--stage', 'review:New', '--stage', self.stage)
        self.ctl('set', 'undo-one', self.undo)
        self.ctl('set', 'send-hours', '0-1440-127')
        self.add(self.people)
        return self

    def add_account(self):
        """The rehearsal is there by itself."""

    def store_files(self):
        """The files of the campaigns, as the program would have stored them."""
        for name in os.listdir(os.path.join(DATA, 'phone')):
            path = os.path.join(DATA, 'phone', name)
            with open(path, 'rb') as file:
                digest = hashlib.sha256(file.read()).hexdigest()
            folder = os.path.join(self.environment['CALLBOARD_DATA_DIR'], 'files', digest[:2])
            os.makedirs(folder, exist_ok=True)
            shutil.copy(path, os.path.join(folder, digest))

    def publish(self, stage, name):
        """Publishes a campaign of tests/data/campaigns, and returns it."""
        path = os.path.join(DATA, 'campaigns', f'{name}.json')
        self.ctl('publish', stage, path)
        with open(path, encoding='utf-8') as file:
            return json.load(file)


class Phone:
    """The phone in the window of the rehearsal, under a person's hands."""

    def __init__(self, callboard):
        callboard.window().do('win.rehearsal')
        self.callboard = callboard
        self.window = callboard.window('Rehearsal')
        self.next_event()
        self.messages = self.window.find('Messages on the phone', 'list')

    def next_event(self):
        """Lets the first message leave."""
        button = self.window.find('Next Event', 'push button')
        wait(lambda: button.has('sensitive'), 'something that comes next')
        self.hit(button)

    def hit(self, node):
        """Clicks in the middle of something, once it stands still inside the window."""
        last = [None]

        def still():
            before, last[0] = last[0], node.box()
            return last[0] == before and last[0][2] > 0
        wait(still, f'{node} stands still')
        node.click()

    def see(self, text):
        """Waits until a text is on the phone, and returns its bubble."""
        return self.messages.find(re.compile(re.escape(text)), 'list item')

    def press(self, label):
        """Presses the newest button with a label."""
        self.hit(wait(lambda: next(iter(reversed(self.messages.all(label, 'push button'))), None), f'a button {label}'))

    def choose(self, label=None, nth=0):
        """Opens the newest list, and takes a row by its label or place."""
        self.press('Choose')
        rows = self.window.find('Answers to choose from', 'list')
        row = wait(lambda: rows.all(label, 'list item')[nth:], f'row {nth} of {label!r}')[0]
        name = row.name
        self.hit(row)
        self.window.gone('Answers to choose from', 'list')
        return name

    def say(self, text):
        """Types an answer and sends it by Return."""
        self.hit(self.window.find('Answer as the candidate', 'text'))
        type_text(text)
        key('Return')

    def attach(self, name, text=''):
        """Sends a file of tests/data/phone, through the file chooser."""
        self.hit(self.window.find('Attach Files', 'push button'))
        self.callboard.window('Attach Files')
        type_text(os.path.join(DATA, 'phone', name))
        key('Return')
        self.window.find('Leave this file out', 'push button')
        if text:
            type_text(text)
        self.hit(self.window.find('Send the answer', 'push button'))
        self.window.gone('Leave this file out')

    def quote(self, text):
        """Begins an answer to an earlier message."""
        bubble = self.see(text)
        button = bubble.find('Reply to this message', 'push button')
        self.hit(button)
        self.window.find('Answer no message in particular', 'push button')


def drop(board, stage):
    board.card(NAME, 'New').drag_to(board.empty(stage))


def test_every_module_and_question_is_played_to_its_end():
    with Theatre() as theatre:
        theatre.publish(2, 'everything')
        with theatre.open() as callboard:
            board = Board(callboard)
            drop(board, 'Form')
            phone = Phone(callboard)
            phone.see('Hi Ana, shall we begin?')
            phone.press('Start')

            for text in ('This is what', 'Picture, stage.png, The stage', 'Video, tour.mp4, A walk behind it',
                         'Document, rules.pdf, The rules of the house'):
                phone.see(text)
            phone.see('Where did you work last?')
            phone.say('The Old Playhouse')
            phone.see('What do you like about the theatre?')
            phone.say('That every evening is another one, and that nobody is ever done.')
            phone.see('Which crew do you prefer?')
            phone.choose('Rigging')
            phone.see('Which days suit you?')
            phone.say('1 and 3')
            phone.see('Do you have a car?')
            phone.press('Yes')
            phone.see('A fly loft is above the stage.')
            phone.press('True')
            phone.see('How many years have you worked on stage?')
            phone.say('four and a half')
            phone.quote('How many years have you worked on stage?')
            phone.say('4.5')
            phone.see('When could you start?')
            phone.say('1 March 2027')
            phone.see('Which e-mail address may we write to?')
            phone.say('ana@example.org')
            phone.see('How do you like this conversation?')
            phone.say('5')
            screenshot(shot('rehearsal-questions'))

            phone.see('Say hello to the company.')
            phone.attach('tour.mp4')
            phone.see('Read us a line of a play.')
            phone.attach('voice.ogg')
            phone.see('Please send your CV.')
            phone.attach('stage.png')
            phone.attach('rules.pdf')
            phone.see('Please send a picture of your licence.')
            phone.attach('stage.png')
            phone.see('Thank you, Ana. That is everything.')
            screenshot(shot('rehearsal-files'))
            board.wait_card(NAME, 'Form', 'Completed')
        check(theatre.person(NAME)['status'] == 'completed', 'the campaign has ended')


def test_an_interview_is_booked():
    with Theatre(stage='schedule:Interview') as theatre:
        theatre.publish(2, 'schedule')
        with theatre.open() as callboard:
            board = Board(callboard)
            board.card(NAME, 'New').drag_to(board.empty('Interview'))
            phone = Phone(callboard)
            phone.see('Hi Ana, shall we meet?')
            phone.press('Start')
            phone.see('It takes half an hour.')
            phone.see('Now let us find a time.')
            # Not today, of which so little may be left that its times are buttons.
            phone.choose(nth=1)
            phone.see('Which time on')
            phone.choose()
            phone.see('Your interview is booked')
            screenshot(shot('rehearsal-booked'))
            board.wait_card(NAME, 'Interview', 'Completed')


def test_keys_and_names_are_enough():
    with Theatre() as theatre:
        theatre.publish(2, 'everything')
        with theatre.open() as callboard:
            board = Board(callboard)
            drop(board, 'Form')
            phone = Phone(callboard)
            bubble = phone.see('Hi Ana, shall we begin?')
            wait(lambda: re.fullmatch(r'Callboard, \d\d:\d\d, Hi Ana, shall we begin\?, Template, Read', bubble.name),
                 f'who, when, what and its receipt, not {bubble.name}')
            check(phone.window.nameless() == [], f'names, but there is {[str(n) for n in phone.window.nameless()]}')

            phone.messages.find('Start', 'push button').focus()
            key('space')
            phone.see('Where did you work last?')
            phone.window.find('Answer as the candidate', 'text').focus()
            type_text('The Old Playhouse')
            key('Return')
            phone.see('What do you like about the theatre?')

            phone.window.find('Record as Test', 'push button').do('click')
            tests = callboard.window('Recorded Tests')
            tests.find('Record as Test', 'push button').do('click')
            tests.find('As before')
            screenshot(shot('rehearsal-tests'))
            key('Escape')

            phone.window.find('SMS', 'push button').do('click')
            phone.window.find('Restart', 'push button').do('click')
            phone.window.find(re.compile('cannot be sent by SMS'), 'label')
            phone.messages.find('1 part', 'label')
            screenshot(shot('rehearsal-sms'))


run(globals())
