"""Drives the built program as a person does: eyes through AT-SPI and pictures, hands through real pointer and keys.

A test is a script of functions named test_*, each ending in check() or a bounded wait:

    from callboard_e2e import Callboard, check, run

    def test_title():
        with Callboard() as callboard:
            check(callboard.window().name == 'Callboard', 'the window is named')

    run(globals())

Start it through tests/e2e/session. Nothing here waits for luck: every wait is for a condition and has a bound.
Nodes inside a popover have no place on the screen that AT-SPI tells; reach them by keys or by do().
"""
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import traceback

# libatspi warns when a window comes or goes while it looks. Warnings of the program are looked for when it has ended.
os.environ.pop('G_DEBUG', '')

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

TIMEOUT = 15
# A hand is not faster: GTK takes one motion a frame, and a drop target must see the pointer move on it.
PACE = 0.1

WARNING = re.compile(r'^(\*\* )?\([^)]*\): (\S*-)?(WARNING|CRITICAL|ERROR) \*\*: .*$', re.MULTILINE)
# GTK 4.8 asks for the monitor of a window before the X server has told where it stands.
NOT_OURS = "gdk_monitor_get_geometry: assertion 'GDK_IS_MONITOR (monitor)' failed"


class Failure(AssertionError):
    """Something expected did not happen."""


def check(condition, what):
    """Fails the test unless condition holds; what says what was expected."""
    if not condition:
        raise Failure(f'expected: {what}')


def wait(condition, what, timeout=TIMEOUT):
    """Waits until condition() gives something true, and returns it; fails after timeout seconds."""
    end = time.monotonic() + timeout
    while True:
        while GLib.MainContext.default().iteration(False):
            pass
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise Failure(f'waited {timeout} s for: {what}')
        time.sleep(0.05)


def xdotool(*arguments):
    """Runs one xdotool command and returns what it prints."""
    return subprocess.run(['xdotool', *map(str, arguments)], check=True, capture_output=True, text=True).stdout.strip()


def key(*names, hold=()):
    """Presses keys one after the other, as xdotool names them: key('ctrl+Right', 'Return')."""
    with held(hold):
        xdotool('key', '--delay', 12, *names)


def type_text(text):
    """Types text into what has the focus."""
    xdotool('type', '--delay', 12, text)


class held:
    """Holds modifier keys down: with held(['alt']): …"""

    def __init__(self, names):
        self.names = list(names)

    def __enter__(self):
        for name in self.names:
            xdotool('keydown', name)

    def __exit__(self, *_):
        for name in reversed(self.names):
            xdotool('keyup', name)


def click(point, button=1, hold=()):
    """Clicks at a point of the screen."""
    with held(hold):
        xdotool('mousemove', *point, 'click', button)


def drag(start, end, hold=(), steps=12, picture=None, cancel=False):
    """Drags with the real pointer from one point of the screen to another; picture is taken before the drop.

    With cancel, Escape is pressed before the button goes up. Returns the time just before it does."""
    (x1, y1), (x2, y2) = start, end
    xdotool('mousemove', x1, y1)
    time.sleep(PACE)
    with held(hold):
        xdotool('mousedown', 1)
        time.sleep(PACE)
        for step in range(1, steps + 1):
            xdotool('mousemove', x1 + (x2 - x1) * step // steps, y1 + (y2 - y1) * step // steps)
            time.sleep(PACE / 5)
        # The target must see two motions after the one that started the drag.
        for x, y in (x2 + 1, y2 + 1), (x2, y2):
            xdotool('mousemove', x, y)
            time.sleep(PACE)
        if picture:
            screenshot(picture)
        if cancel:
            key('Escape')
            time.sleep(PACE)
        dropped = time.time()
        xdotool('mouseup', 1)
    time.sleep(PACE)
    return dropped


def shot(name):
    """Where a picture for people goes: a file in $CALLBOARD_SHOTS, or nowhere if that is not set."""
    folder = os.environ.get('CALLBOARD_SHOTS')
    return os.path.join(folder, f'{name}.png') if folder else None


def screenshot(path):
    """Saves a picture of the whole screen, if a path is given."""
    if path:
        subprocess.run(['import', '-window', 'root', path], check=True)


class Node:
    """One accessible thing of the program."""

    def __init__(self, callboard, accessible):
        self.callboard = callboard
        self.accessible = accessible

    def __str__(self):
        return f'{self.role} “{self.name}”'

    def ask(self, question, otherwise=None):
        """Asks the accessible; one that has gone answers otherwise."""
        try:
            return question(self.accessible)
        except GLib.Error:
            return otherwise

    @property
    def name(self):
        return self.ask(Atspi.Accessible.get_name, '') or ''

    @property
    def description(self):
        return self.ask(Atspi.Accessible.get_description, '') or ''

    @property
    def role(self):
        return self.ask(Atspi.Accessible.get_role_name, '') or ''

    @property
    def text(self):
        """What a label or an entry holds."""
        text = self.ask(Atspi.Accessible.get_text_iface)
        return self.ask(lambda _: Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)), '') if text else ''

    @property
    def children(self):
        count = self.ask(Atspi.Accessible.get_child_count, 0)
        children = (self.ask(lambda a, i=i: a.get_child_at_index(i)) for i in range(count))
        return [Node(self.callboard, child) for child in children if child]

    def walk(self, depth=0):
        """Gives the node and everything below it, with its depth."""
        yield self, depth
        for child in self.children:
            yield from child.walk(depth + 1)

    def has(self, state):
        """Whether it has a state: has('focused'), has('selected'), has('sensitive')."""
        states = self.ask(Atspi.Accessible.get_state_set)
        return bool(states) and states.contains(getattr(Atspi.StateType, state.upper()))

    def all(self, name=None, role=None):
        """Everything below with this name (a string, or a compiled expression to search for) and role."""
        def fits(node):
            if role is not None and node.role != role:
                return False
            if name is None or node.name == name:
                return True
            if isinstance(name, re.Pattern):
                return name.search(node.name)
            # GTK 4.8 names a button with a mnemonic “_Undo Undo”.
            return '_' in node.name and node.name.replace('_', '') == f'{name} {name}'
        return [node for node, _ in self.walk() if fits(node)]

    def find(self, name=None, role=None, timeout=TIMEOUT):
        """Waits for the first such thing below."""
        what = f"{role or 'something'} named {getattr(name, 'pattern', name)!r} in {self}"
        return wait(lambda: next(iter(self.all(name, role)), None), what, timeout)

    def gone(self, name=None, role=None, timeout=TIMEOUT):
        """Waits until there is no such thing below."""
        wait(lambda: not self.all(name, role), f'no {role or ""} {name!r} in {self}', timeout)

    @property
    def actions(self):
        """The names of its actions, as assistive technology sees them; GTK counts some that it does not name."""
        action = self.ask(Atspi.Accessible.get_action_iface)
        if not action:
            return []
        count = self.ask(lambda _: Atspi.Action.get_n_actions(action), 0)
        return [self.ask(lambda _, i=i: Atspi.Action.get_action_name(action, i), '') for i in range(count)]

    def do(self, action=None):
        """Does an action by name, or the first: what a screen reader does."""
        names = self.actions
        check(names and (action is None or action in names), f'{self} has action {action or "any"}, not only {names}')
        index = names.index(action) if action else 0
        check(Atspi.Action.do_action(self.accessible.get_action_iface(), index), f'{self} does {names[index]}')

    def focus(self):
        """Gives it the keyboard focus."""
        if not self.ask(lambda accessible: accessible.get_component_iface().grab_focus(), False):
            self.click()
        wait(lambda: any(node.has('focused') for node, _ in self.walk()), f'{self} has the focus')

    def set_text(self, text):
        """Replaces what an entry holds."""
        check(Atspi.EditableText.set_text_contents(self.accessible.get_editable_text_iface(), text), f'{self} takes text')

    @property
    def toplevel(self):
        """The window it is in."""
        node = self.accessible
        while node.get_parent() and node.get_parent().get_role() != Atspi.Role.APPLICATION:
            node = node.get_parent()
        return Node(self.callboard, node)

    def box(self):
        """Its place on the screen: x, y, width, height."""
        place = Atspi.Component.get_extents(self.accessible.get_component_iface(), Atspi.CoordType.WINDOW)
        x, y = self.callboard.origin(self.toplevel)
        return x + place.x, y + place.y, place.width, place.height

    def point(self, across=0.5, down=0.5):
        """A point inside it, in parts of its width and height."""
        x, y, width, height = self.box()
        return int(x + width * across), int(y + height * down)

    def click(self, **options):
        """Clicks in the middle of it with the real pointer."""
        click(self.point(), **options)

    def drag_to(self, target, **options):
        """Drags it with the real pointer: to a node's middle, or to a point of the screen."""
        return drag(self.point(), target.point() if isinstance(target, Node) else target, **options)

    def nameless(self):
        """What a person can press or choose, and a screen reader could not tell them of.

        The button that closes a toast is libadwaita's own, and has no name in 1.2."""
        if self.name == 'AdwToastWidget':
            return []
        roles = 'push button', 'toggle button', 'check box', 'combo box', 'entry', 'text', 'page tab', 'list item'
        found = [self] if self.role in roles and (self.name.startswith('Gtk') or not self.name) else []
        return found + [node for child in self.children for node in child.nameless()]

    def dump(self):
        """The tree below it, one line each, for people."""
        return '\n'.join(f"{'  ' * depth}{node} {node.description!r} {node.actions}" for node, depth in self.walk())


class Callboard:
    """The program, started on a data directory of its own unless CALLBOARD_DATA_DIR is in environment."""

    def __init__(self, *arguments, program=None, environment=None):
        self.folder = tempfile.TemporaryDirectory(prefix='callboard-e2e-')
        self.environment = {**os.environ, 'CALLBOARD_DATA_DIR': self.folder.name, **(environment or {})}
        self.words = tempfile.TemporaryFile('w+', encoding='utf-8', errors='replace')
        self.command = [program or os.environ['CALLBOARD'], *arguments]
        self.process = None
        self.root = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, kind, *_):
        if kind and self.root:
            self.report()
        elif not kind:
            check(self.process.poll() is None, f'the program still runs, but it ended with {self.process.returncode}')
        self.stop()
        self.folder.cleanup()
        warnings = self.find_warnings()
        check(kind or not warnings, f'no warnings, but there is {warnings}')

    def find_warnings(self):
        """What the program has warned of since it was first started; all that it said goes to the log."""
        self.words.seek(0)
        words = self.words.read()
        sys.stderr.write(words)
        return [match.group() for match in WARNING.finditer(words) if NOT_OURS not in match.group()]

    def start(self):
        """Starts it and waits until assistive technology sees its window."""
        self.process = subprocess.Popen(self.command, env=self.environment, stderr=self.words)
        self.root = wait(self.find_root, 'the program on the accessibility bus')
        self.window()

    def find_root(self):
        check(self.process.poll() is None, f'the program runs, but it ended with {self.process.returncode}')
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            root = desktop.get_child_at_index(index)
            if root and Node(self, root).ask(Atspi.Accessible.get_process_id) == self.process.pid:
                # A cache would tell of the past: the tests run no loop that keeps it fresh.
                root.set_cache_mask(Atspi.Cache.NONE)
                return Node(self, root)
        return None

    def window(self, title=None):
        """Waits for a window, by title if given."""
        return wait(lambda: next((child for child in self.root.children if title in (None, child.name)), None),
                    f'a window titled {title!r}')

    def find(self, *arguments, **options):
        return self.root.find(*arguments, **options)

    def gone(self, *arguments, **options):
        self.root.gone(*arguments, **options)

    def shown(self, toplevel):
        """The number by which the screen knows a window."""
        def named():
            # A tooltip may go while xdotool looks at it.
            try:
                windows = xdotool('search', '--onlyvisible', '--pid', self.process.pid).split()
                return [window for window in windows if xdotool('getwindowname', window) == toplevel.name]
            except subprocess.CalledProcessError:
                return []
        return wait(named, f'the screen shows a window titled {toplevel.name!r}')[-1]

    def geometry(self, toplevel):
        """The place and size of a window: x, y, width, height."""
        lines = xdotool('getwindowgeometry', '--shell', self.shown(toplevel)).splitlines()
        shell = dict(line.split('=') for line in lines)
        return tuple(int(shell[name]) for name in ('X', 'Y', 'WIDTH', 'HEIGHT'))

    def origin(self, toplevel):
        """Where the content of a window starts on the screen, without the shadow GTK draws around it."""
        frame = subprocess.run(['xprop', '-id', self.shown(toplevel), '-notype', '_GTK_FRAME_EXTENTS'],
                               capture_output=True, text=True, check=True).stdout
        left, _, top, _ = [int(number) for number in re.findall(r'\d+', frame)] or [0, 0, 0, 0]
        x, y, _, _ = self.geometry(toplevel)
        return x + left, y + top

    def resize(self, toplevel, width, height):
        """Gives a window another size, as a person who drags its corner."""
        xdotool('windowsize', self.shown(toplevel), width, height)
        wait(lambda: self.geometry(toplevel)[2:] == (width, height), f'{toplevel} is {width}×{height}')

    def picture(self, toplevel, path):
        """Saves a picture of one window, once two in a row are the same."""
        def still():
            before, after = (subprocess.run(['import', '-window', self.shown(toplevel), 'rgb:-'],
                                            capture_output=True, check=True).stdout for _ in range(2))
            return before == after
        wait(still, f'{toplevel} stands still')
        subprocess.run(['import', '-window', self.shown(toplevel), path], check=True)

    def report(self):
        """Leaves a picture and the tree beside the test log."""
        folder = os.environ.get('G_TEST_BUILDDIR', tempfile.gettempdir())
        name = os.path.join(folder, os.path.splitext(os.path.basename(sys.argv[0]))[0])
        screenshot(f'{name}-failed.png')
        print('\n'.join('# ' + line for line in self.root.dump().splitlines()), flush=True)

    def kill(self):
        """Ends it as a crash would."""
        self.process.kill()
        self.process.wait()

    def stop(self, timeout=TIMEOUT):
        """Asks it to end, and returns how it did."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout)
            except subprocess.TimeoutExpired:
                self.kill()
                raise Failure(f'the program did not end within {timeout} s') from None
        return self.process and self.process.returncode


def run(names):
    """Runs the test_ functions among names, in order, and speaks TAP."""
    tests = [(name, function) for name, function in names.items() if name.startswith('test_')]
    print(f'1..{len(tests)}', flush=True)
    failed = 0
    for number, (name, function) in enumerate(tests, 1):
        title = name[len('test_'):].replace('_', ' ')
        try:
            function()
            print(f'ok {number} {title}', flush=True)
        except Exception:  # pylint: disable=broad-except
            failed += 1
            print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()))
            print(f'not ok {number} {title}', flush=True)
    sys.exit(1 if failed else 0)
