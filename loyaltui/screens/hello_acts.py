"""What can be done in Say hello: mark what came of it, write, keep a promise; one key each."""

from typing import TYPE_CHECKING

from loyaltui.core.outreach import Due
from loyaltui.core.refused import Refused
from loyaltui.core.template import LONGEST, offers_voucher
from loyaltui.screens.base import ShopScreen
from loyaltui.screens.dialogs import AskText
from loyaltui.screens.promising import promise
from loyaltui.screens.saving import save
from loyaltui.screens.sending import copy, send
from loyaltui.store import complaints, templates, wishes
from loyaltui.store.outcomes import Kind
from loyaltui.words import _, hello_pages
from loyaltui.words import contacts as words
from loyaltui.words.points import COME_BACK

if TYPE_CHECKING:
    from loyaltui.screens.hello import Today
    from loyaltui.words.hello_pages import Line


class HelloActs(ShopScreen):
    """The acts of Say hello; the room says who is chosen."""

    today: "Today"
    edited: dict[int, str]

    @property
    def due(self) -> Due | None:
        """The person of today's list who is chosen."""
        raise NotImplementedError

    @property
    def line(self) -> "Line | None":
        """The line of another page that is chosen."""
        raise NotImplementedError

    @property
    def chosen(self) -> int:
        """The number of whoever is chosen; 0 for nobody."""
        raise NotImplementedError

    def go_on(self) -> None:
        """To the line below."""
        raise NotImplementedError

    def show_detail(self) -> None:
        """Show the whole of the chosen line."""
        raise NotImplementedError

    def words_for(self, due: Due) -> str:
        """What to send: as it was changed, else as the template says it."""
        ours = words.message(due, self.today.own, self.desk.shop.settings, self.desk.now().day)
        return self.edited.get(due.contact.id, ours)

    def needed(self, writes: bool = False) -> Due:
        """Whoever of today's list is chosen; Refused where that is nobody, or (`writes`) they may not be written to."""
        due = self.due
        if due is None:
            raise Refused("nobody_chosen")
        if writes and not due.way.address:
            raise Refused("not_allowed", name=due.contact.name)
        return due

    def promised(self, due: Due) -> Due:
        """What can't be kept isn't promised: where the words offer a voucher, one is made before they are sent."""
        template = words.template(due.contact.reason, due.language, self.today.own)
        if due.voucher or due.contact.id in self.edited or not offers_voucher(template):
            return due
        made = self.desk.shop.vouchers.ask_back(self.desk.now(), due.contact.customer_id, COME_BACK)
        due = due._replace(voucher=made)
        self.edited[due.contact.id] = self.words_for(due)
        self.show_detail()
        return due

    def action_mark(self, kind: Kind) -> None:
        """Keep what came of it, and go on."""
        due = self.needed()
        sent = self.words_for(due) if kind == "done" and due.way.address else ""
        shop, now = self.desk.shop, self.desk.now()
        said = hello_pages.marked(due.contact.name, kind)
        self.write(lambda: shop.outcomes.note(now, due.contact.customer_id, kind, due.contact, sent), said)
        self.go_on()

    def action_copy(self) -> None:
        """Copy the words."""
        copy(self, self.words_for(self.promised(self.needed(writes=True))))

    def action_write(self) -> None:
        """Choose how the words get there."""
        due = self.promised(self.needed(writes=True))
        self.run_worker(send(self, due, self.words_for(due), self.desk.shop.settings), exit_on_error=False)

    def action_edit_words(self) -> None:
        """Change the words before they are sent, this once."""
        due = self.promised(self.needed(writes=True))
        question = _("Your words to {name}:").format(name=due.contact.name)
        self.app.push_screen(AskText(question, self.words_for(due), LONGEST), lambda text: self.reworded(due, text))

    def reworded(self, due: Due, text: str | None) -> None:
        """The words were changed, or left as they are."""
        if text is not None and text.strip():
            self.edited[due.contact.id] = text.strip()
            self.show_detail()

    def action_template(self) -> None:
        """Change the words for this reason from now on, in the language of whoever is chosen."""
        due, own = self.needed(), self.today.own
        reason, language = due.contact.reason, due.language
        now = words.template(reason, language, own)
        question = _(
            "Words for “{reason}”; {{name}} {{shop}} {{usual}} {{reward}} {{voucher}} … are filled in; empty: ours"
        ).format(reason=words.REASONS[reason])
        self.app.push_screen(AskText(question, now, LONGEST), lambda text: self.templated(due, text))

    def templated(self, due: Due, text: str | None) -> None:
        """The words for a reason were changed."""
        if text is not None:
            shop, now, reason = self.desk.shop, self.desk.now(), due.contact.reason
            self.edited.pop(due.contact.id, None)
            self.write(lambda: templates.put(shop, now, reason, due.language, text), _("✓ kept for this reason"))

    def action_promise(self) -> None:
        """Promise something to whoever is chosen."""
        who = self.chosen
        if not who:
            raise Refused("nobody_chosen")
        promise(self, who)

    def action_keep(self) -> None:
        """The next step of the chosen line: promise kept, apology made, complaint put right, wish answered."""
        line = self.line
        if line is None or not line.number:
            self.till.say(_("k is for promises, complaints and wishes: pages 3 and 5."), wrong=True)
        elif line.kind == "wish":
            self.app.push_screen(
                AskText(_("What was done about it?")), lambda text: self.answer_wish(line.number, text)
            )
        else:
            self.write(lambda: self.take_step(line), _("✓ {what}").format(what=hello_pages.STEPS.get(line.kind, "")))

    def take_step(self, line: "Line") -> None:
        """One step on the way of a promise or a complaint."""
        shop, now = self.desk.shop, self.desk.now()
        if line.kind in ("promise", "date"):
            shop.promises.keep(now, line.number)
        elif line.kind == "open":
            complaints.apologise(shop, now, line.number)
        elif line.kind == "apologised":
            shop.answers.note(now, line.customer_id, "complaint", "put_right", "told")
        else:
            raise Refused("no_complaint")

    def answer_wish(self, answer: int, text: str | None) -> None:
        """What was done about a wish."""
        if text is not None:
            shop, now = self.desk.shop, self.desk.now()
            self.write(lambda: wishes.answer(shop, now, answer, text), _("✓ kept; tell them when they come in"))

    def action_save(self) -> None:
        """Save for other programs, or pages to print."""
        self.run_worker(save(self), exit_on_error=False)
