"""The tables of a shop's file, by migrations; loaded only when one is due, since sqlite_utils takes a while to import.

Money in minor units, `day` as date.toordinal() (in SQL: date(day + 1721424.5)), `second` since midnight on the shop's
wall clock. Every table with an `act_id` can be undone: see acts.py.
"""

import sqlite3

from sqlite_utils import Database, Migrations

from loyaltui.store.acts import guard

migrations = Migrations("loyaltui")

FIRST = """
CREATE TABLE acts (
    id INTEGER PRIMARY KEY, at_utc TEXT NOT NULL, till TEXT NOT NULL, verb TEXT NOT NULL,
    undoes INTEGER UNIQUE REFERENCES acts(id)
) STRICT;
CREATE TABLE before_images (
    id INTEGER PRIMARY KEY, act INTEGER NOT NULL REFERENCES acts(id),
    tbl TEXT NOT NULL, row_id INTEGER NOT NULL, was TEXT NOT NULL, UNIQUE (act, tbl, row_id)
) STRICT;
CREATE TABLE customers (
    id INTEGER PRIMARY KEY AUTOINCREMENT, act_id INTEGER NOT NULL REFERENCES acts(id),
    name TEXT NOT NULL, phone TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '',
    card TEXT NOT NULL DEFAULT '', birthday TEXT NOT NULL DEFAULT '', folded TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX customers_card ON customers(card) WHERE card <> '';
CREATE INDEX customers_phone ON customers(phone) WHERE phone <> '';
CREATE INDEX customers_email ON customers(lower(email)) WHERE email <> '';
CREATE TABLE external_ids (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    customer_id INTEGER NOT NULL REFERENCES customers(id), source TEXT NOT NULL, ext_id TEXT NOT NULL,
    UNIQUE (source, ext_id)
) STRICT;
CREATE INDEX external_ids_customer ON external_ids(customer_id);
CREATE TABLE consents (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    customer_id INTEGER NOT NULL REFERENCES customers(id), channel TEXT NOT NULL CHECK (channel IN ('phone', 'email')),
    allowed INTEGER NOT NULL CHECK (allowed IN (0, 1)), day INTEGER NOT NULL, source TEXT NOT NULL
) STRICT;
CREATE INDEX consents_customer ON consents(customer_id);
CREATE TABLE staff (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id), name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE items (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    name TEXT NOT NULL, category TEXT NOT NULL, UNIQUE (name, category)
) STRICT;
CREATE TABLE receipts (
    id INTEGER PRIMARY KEY AUTOINCREMENT, act_id INTEGER NOT NULL REFERENCES acts(id),
    customer_id INTEGER REFERENCES customers(id), kind TEXT NOT NULL CHECK (kind IN ('sale', 'refund')),
    day INTEGER NOT NULL, second INTEGER, amount INTEGER, tax INTEGER, discount INTEGER,
    staff_id INTEGER REFERENCES staff(id), source TEXT, ref TEXT,
    CHECK ((source IS NULL) = (ref IS NULL)) -- a till's own receipt; ref tells it from all others of that till
) STRICT;
CREATE INDEX receipts_customer ON receipts(customer_id, kind, day, second, amount) WHERE customer_id IS NOT NULL;
CREATE INDEX receipts_day ON receipts(day, second);
CREATE INDEX receipts_act ON receipts(act_id);
CREATE UNIQUE INDEX receipts_ref ON receipts(ref, source, kind) WHERE ref IS NOT NULL;
CREATE TABLE lines (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    receipt_id INTEGER NOT NULL REFERENCES receipts(id), item_id INTEGER NOT NULL REFERENCES items(id),
    quantity INTEGER NOT NULL, amount INTEGER
) STRICT;
CREATE INDEX lines_receipt ON lines(receipt_id);
CREATE TABLE rules (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id), from_day INTEGER NOT NULL,
    per TEXT NOT NULL CHECK (per IN ('amount', 'visit')), size INTEGER NOT NULL CHECK (size > 0)
) STRICT;
CREATE TABLE rewards (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id), name TEXT NOT NULL UNIQUE,
    points INTEGER NOT NULL CHECK (points > 0), worth INTEGER NOT NULL CHECK (worth >= 0),
    offered INTEGER NOT NULL DEFAULT 1 CHECK (offered IN (0, 1))
) STRICT;
CREATE TABLE notes (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    customer_id INTEGER NOT NULL REFERENCES customers(id), day INTEGER NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX notes_customer ON notes(customer_id);
CREATE TABLE settings (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id), key TEXT NOT NULL UNIQUE, value TEXT NOT NULL
) STRICT;
CREATE TABLE imports (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id), report TEXT NOT NULL
) STRICT;
-- The ledger. An earn is a lot; every other movement names its lot, and a reversal the row it takes back.
-- It keeps its own customer and receipt numbers: it outlives an undone receipt, and those ids are never used twice.
CREATE TABLE movements (
    id INTEGER PRIMARY KEY AUTOINCREMENT, act INTEGER NOT NULL REFERENCES acts(id), customer_id INTEGER NOT NULL,
    receipt_id INTEGER, day INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('earn', 'redeem', 'reverse')),
    points INTEGER NOT NULL, crumbs INTEGER NOT NULL DEFAULT 0, lot INTEGER REFERENCES movements(id),
    reverses INTEGER REFERENCES movements(id), rule_id INTEGER, reward_id INTEGER,
    CHECK ((kind = 'earn') = (lot IS NULL)), CHECK ((kind = 'reverse') = (reverses IS NOT NULL))
) STRICT;
CREATE INDEX movements_customer ON movements(customer_id, points);
CREATE INDEX movements_act ON movements(act);
CREATE INDEX movements_receipt ON movements(receipt_id) WHERE kind = 'earn';
CREATE INDEX movements_reverses ON movements(reverses) WHERE reverses IS NOT NULL;
CREATE TRIGGER movements_no_update BEFORE UPDATE ON movements
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER movements_no_delete BEFORE DELETE ON movements
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER movements_no_replace BEFORE INSERT ON movements WHEN EXISTS (SELECT 1 FROM movements WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- One receipt earns once, until that earn has been taken back whole.
CREATE TRIGGER movements_earn_once BEFORE INSERT ON movements WHEN NEW.kind = 'earn' AND NEW.receipt_id IS NOT NULL
    AND EXISTS (
        SELECT 1 FROM movements e WHERE e.kind = 'earn' AND e.receipt_id = NEW.receipt_id AND (e.points, e.crumbs) <> (
            SELECT -coalesce(sum(r.points), 0), -coalesce(sum(r.crumbs), 0) FROM movements r WHERE r.reverses = e.id))
BEGIN SELECT RAISE(ABORT, 'this receipt has earned already'); END;
"""


@migrations(name="first")
def first(db: Database) -> None:
    script(db.conn, FIRST)


SECOND = """
-- One person is one customer: a merged one points to the one kept, and nothing else moves.
ALTER TABLE customers ADD COLUMN root INTEGER REFERENCES customers(id);
CREATE INDEX customers_root ON customers(root) WHERE root IS NOT NULL;
-- The till says how much, the counter says who: a receipt that both sides have spoken of.
CREATE TABLE meetings (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    receipt_id INTEGER NOT NULL UNIQUE REFERENCES receipts(id)
) STRICT;
-- What only the owner can tell: is this one sale (two receipts), is this one person (two customers)? answer 1 is yes.
CREATE TABLE questions (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    kind TEXT NOT NULL CHECK (kind IN ('sale', 'person')),
    one INTEGER NOT NULL, other INTEGER NOT NULL, answer INTEGER CHECK (answer IN (0, 1)), UNIQUE (kind, one, other)
) STRICT;
-- Receipts that the till has taken back since: an older export doesn't bring them again.
CREATE TABLE voided_refs (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    source TEXT NOT NULL, kind TEXT NOT NULL, ref TEXT NOT NULL, UNIQUE (source, kind, ref)
) STRICT;
-- What was decided about a file is remembered for the next one of the same shape.
CREATE TABLE layouts (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    shape TEXT NOT NULL UNIQUE, decided TEXT NOT NULL
) STRICT;
"""


@migrations(name="second")
def second(db: Database) -> None:
    script(db.conn, SECOND)


THIRD = """
-- Why somebody comes, as they said it, as it was seen, or as the owner guesses; see core/evidence.py.
CREATE TABLE answers (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    customer_id INTEGER NOT NULL REFERENCES customers(id), day INTEGER NOT NULL,
    family TEXT NOT NULL, value TEXT NOT NULL, source TEXT NOT NULL CHECK (source IN ('told', 'saw', 'guess')),
    text TEXT NOT NULL DEFAULT '', friend_id INTEGER REFERENCES customers(id), staff_id INTEGER REFERENCES staff(id)
) STRICT;
CREATE INDEX answers_customer ON answers(customer_id);
-- When somebody was last asked something, so that nobody is asked too often.
CREATE TABLE asked (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    customer_id INTEGER NOT NULL REFERENCES customers(id), day INTEGER NOT NULL, question TEXT NOT NULL
) STRICT;
CREATE INDEX asked_customer ON asked(customer_id);
-- What happened to the shop: who stayed?
CREATE TABLE events (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id), day INTEGER NOT NULL,
    kind TEXT NOT NULL, text TEXT NOT NULL DEFAULT '', staff_id INTEGER REFERENCES staff(id)
) STRICT;
"""


@migrations(name="third")
def third(db: Database) -> None:
    script(db.conn, THIRD)


FOURTH = """
-- The shop's own day of an act, which is not the machine's where --today says so. NULL: before this was kept.
ALTER TABLE acts ADD COLUMN day INTEGER;
CREATE INDEX acts_day ON acts(day);
-- A rule says more than one number: the parts that are not as usual, as core/rule.py writes them.
ALTER TABLE rules RENAME TO old_rules;
CREATE TABLE rules (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id), from_day INTEGER NOT NULL, spec TEXT NOT NULL
) STRICT;
INSERT INTO rules SELECT id, act_id, from_day, json_object('per', per, 'size', size) FROM old_rules;
DROP TABLE old_rules;
-- A reward that changes is a new one: what was given stays as it was.
ALTER TABLE rewards RENAME TO old_rewards;
CREATE TABLE rewards (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id), name TEXT NOT NULL,
    points INTEGER NOT NULL CHECK (points > 0), worth INTEGER NOT NULL CHECK (worth >= 0),
    offered INTEGER NOT NULL DEFAULT 1 CHECK (offered IN (0, 1)),
    kind TEXT NOT NULL DEFAULT 'item' CHECK (kind IN ('item', 'money', 'percent', 'credit')), days INTEGER
) STRICT;
INSERT INTO rewards(id, act_id, name, points, worth, offered)
    SELECT id, act_id, name, points, worth, offered FROM old_rewards;
DROP TABLE old_rewards;
CREATE UNIQUE INDEX rewards_offered ON rewards(name) WHERE offered;
-- Something off, once.
CREATE TABLE vouchers (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id), code TEXT NOT NULL UNIQUE,
    customer_id INTEGER REFERENCES customers(id), receipt_id INTEGER REFERENCES receipts(id), name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('money', 'percent')), worth INTEGER NOT NULL CHECK (worth > 0),
    from_day INTEGER NOT NULL, to_day INTEGER NOT NULL, CHECK (from_day <= to_day)
) STRICT;
CREATE INDEX vouchers_receipt ON vouchers(receipt_id) WHERE receipt_id IS NOT NULL;
CREATE INDEX vouchers_customer ON vouchers(customer_id) WHERE customer_id IS NOT NULL;
CREATE TABLE voucher_uses (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    voucher_id INTEGER NOT NULL UNIQUE REFERENCES vouchers(id),
    receipt_id INTEGER REFERENCES receipts(id), day INTEGER NOT NULL
) STRICT;
CREATE INDEX voucher_uses_receipt ON voucher_uses(receipt_id) WHERE receipt_id IS NOT NULL;
-- Which sale a refund takes back, where it is known.
ALTER TABLE receipts ADD COLUMN of_receipt INTEGER REFERENCES receipts(id);
CREATE INDEX receipts_refunded ON receipts(of_receipt) WHERE of_receipt IS NOT NULL;
CREATE INDEX answers_friend ON answers(friend_id) WHERE friend_id IS NOT NULL;
-- The first day whose sales earn for somebody; NULL: not in the programme, a day after all days: left it.
ALTER TABLE customers ADD COLUMN joined INTEGER;
-- The ledger learns more kinds: points beside a sale, put right by hand, lapsed. A lot has no lot: an earn, a bonus, or
-- points given by hand. `expires` is its last day, `paid` the money it was earned by, `reason` why, where no sale says.
ALTER TABLE movements RENAME TO old_movements;
CREATE TABLE movements (
    id INTEGER PRIMARY KEY AUTOINCREMENT, act INTEGER NOT NULL REFERENCES acts(id), customer_id INTEGER NOT NULL,
    receipt_id INTEGER, day INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('earn', 'bonus', 'adjust', 'redeem', 'expire', 'reverse')),
    points INTEGER NOT NULL, crumbs INTEGER NOT NULL DEFAULT 0, lot INTEGER REFERENCES movements(id),
    reverses INTEGER REFERENCES movements(id), rule_id INTEGER, reward_id INTEGER,
    paid INTEGER NOT NULL DEFAULT 0, expires INTEGER, reason TEXT NOT NULL DEFAULT '',
    CHECK (CASE kind WHEN 'earn' THEN points >= 0 AND lot IS NULL WHEN 'bonus' THEN points > 0 AND lot IS NULL
        WHEN 'adjust' THEN (points > 0) = (lot IS NULL) WHEN 'reverse' THEN lot IS NOT NULL
        ELSE points < 0 AND lot IS NOT NULL END),
    CHECK ((kind = 'reverse') = (reverses IS NOT NULL)), CHECK (expires IS NULL OR lot IS NULL)
) STRICT;
INSERT INTO movements(
        id, act, customer_id, receipt_id, day, kind, points, crumbs, paid, lot, reverses, rule_id, reward_id)
    SELECT m.id, m.act, m.customer_id, m.receipt_id, m.day, m.kind, m.points, iif(u.visit, 0, m.crumbs),
        iif(u.visit, m.crumbs, coalesce(m.crumbs + m.points * u.size, 0)), m.lot, m.reverses, m.rule_id, m.reward_id
    FROM old_movements m LEFT JOIN (SELECT id, json_extract(spec, '$.per') = 'visit' AS visit,
        json_extract(spec, '$.size') AS size FROM rules) u ON u.id = m.rule_id ORDER BY m.id;
DROP TABLE old_movements;
CREATE INDEX movements_customer ON movements(customer_id, points);
CREATE INDEX movements_act ON movements(act);
CREATE INDEX movements_receipt ON movements(receipt_id) WHERE receipt_id IS NOT NULL;
CREATE INDEX movements_reverses ON movements(reverses) WHERE reverses IS NOT NULL;
CREATE INDEX movements_lot ON movements(lot, points) WHERE lot IS NOT NULL;
CREATE INDEX movements_expires ON movements(expires) WHERE expires IS NOT NULL;
CREATE INDEX movements_reason ON movements(customer_id, reason) WHERE kind = 'bonus';
CREATE TRIGGER movements_no_update BEFORE UPDATE ON movements
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER movements_no_delete BEFORE DELETE ON movements
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER movements_no_replace BEFORE INSERT ON movements WHEN EXISTS (SELECT 1 FROM movements WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- One receipt earns once, until that earn has been taken back whole; a bonus of one reason is given once.
CREATE TRIGGER movements_earn_once BEFORE INSERT ON movements WHEN NEW.kind = 'earn' AND NEW.receipt_id IS NOT NULL
    AND EXISTS (
        SELECT 1 FROM movements e WHERE e.kind = 'earn' AND e.receipt_id = NEW.receipt_id
        AND (e.points, e.crumbs, e.paid) <> (SELECT -coalesce(sum(r.points), 0), -coalesce(sum(r.crumbs), 0),
            -coalesce(sum(r.paid), 0) FROM movements r WHERE r.reverses = e.id))
BEGIN SELECT RAISE(ABORT, 'this receipt has earned already'); END;
CREATE TRIGGER movements_bonus_once BEFORE INSERT ON movements WHEN NEW.kind = 'bonus'
    AND EXISTS (
        SELECT 1 FROM movements e WHERE e.kind = 'bonus' AND e.customer_id = NEW.customer_id AND e.reason = NEW.reason
        AND e.points <> (SELECT -coalesce(sum(r.points), 0) FROM movements r WHERE r.reverses = e.id))
BEGIN SELECT RAISE(ABORT, 'this bonus was given already'); END;
-- So far everybody was in the programme.
UPDATE customers SET joined = 0 WHERE EXISTS (SELECT 1 FROM rules);
"""


@migrations(name="fourth")
def fourth(db: Database) -> None:
    for kind in ("update", "delete"):  # undo's triggers keep images, and this is no act; `guard` makes them anew
        db.conn.execute(f"DROP TRIGGER IF EXISTS customers_before_{kind}")
    script(db.conn, FOURTH)


HELLO = """
-- The language somebody is written to in ("" the shop's own).
ALTER TABLE customers ADD COLUMN language TEXT NOT NULL DEFAULT '';
-- What was promised to somebody, or a date of the owner's own, and by when; kept: the day it was done.
CREATE TABLE promises (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    customer_id INTEGER NOT NULL REFERENCES customers(id), kind TEXT NOT NULL CHECK (kind IN ('promise', 'date')),
    day INTEGER NOT NULL, text TEXT NOT NULL, due INTEGER NOT NULL, kept INTEGER
) STRICT;
CREATE INDEX promises_customer ON promises(customer_id);
-- When we said sorry for a complaint.
CREATE TABLE apologies (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    answer_id INTEGER NOT NULL UNIQUE REFERENCES answers(id), day INTEGER NOT NULL
) STRICT;
-- What was done about a wish.
CREATE TABLE wish_replies (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    answer_id INTEGER NOT NULL REFERENCES answers(id), day INTEGER NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX wish_replies_answer ON wish_replies(answer_id);
-- Words to send, by reason and language.
CREATE TABLE templates (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    reason TEXT NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (reason, language)
) STRICT;
-- Whom Say hello named on a day, kept at the first asking, with how they stood. It keeps its own customer numbers:
-- a list is no reason that a customer, or an import, can't be taken back.
CREATE TABLE contact_lists (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id), day INTEGER NOT NULL UNIQUE
) STRICT;
CREATE TABLE contacts (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    list_id INTEGER NOT NULL REFERENCES contact_lists(id), customer_id INTEGER NOT NULL,
    reason TEXT NOT NULL, urgency REAL NOT NULL, channel TEXT NOT NULL, about TEXT NOT NULL, due INTEGER,
    p_back REAL NOT NULL, horizon INTEGER NOT NULL, last_day INTEGER, visit_days INTEGER NOT NULL,
    usual_gap REAL NOT NULL, held INTEGER NOT NULL CHECK (held IN (0, 1))
) STRICT;
CREATE INDEX contacts_list ON contacts(list_id);
-- What came of it.
CREATE TABLE outcomes (
    id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id),
    customer_id INTEGER NOT NULL REFERENCES customers(id), contact_id INTEGER REFERENCES contacts(id),
    day INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('done', 'no_answer', 'put_off', 'never')),
    channel TEXT NOT NULL, text TEXT NOT NULL DEFAULT '', until INTEGER
) STRICT;
CREATE INDEX outcomes_customer ON outcomes(customer_id);
"""


@migrations(name="hello")
def hello(db: Database) -> None:
    script(db.conn, HELLO)


def script(conn: sqlite3.Connection, ddl: str) -> None:
    """Run several statements inside the transaction that stands (executescript would commit it)."""
    statement = ""
    for line in ddl.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            conn.execute(statement)
            statement = ""


def migrate(conn: sqlite3.Connection, version: int) -> None:
    """Bring an open transaction's file to `version`: every migration that is due, then the guards of undo."""
    migrations.apply(Database(conn))
    guard(conn)
    conn.execute(f"PRAGMA user_version = {version}")
