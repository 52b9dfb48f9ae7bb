"""Kênh thông báo: what goes out to people, each channel a port with a real default that needs nobody else.

An ``Announcement`` is plain values. From it come a loudspeaker ``script``, a Zalo post (``zalo_text``), a text message
(``sms_text``, counted by ``sms.size``), a ``mail``, a ``poster`` and a preview ``picture``.
"""

from danchu.channels.announcement import Announcement as Announcement
from danchu.channels.printed import picture as picture
from danchu.channels.printed import poster as poster
from danchu.channels.script import Script as Script
from danchu.channels.script import script as script
from danchu.channels.written import Mail as Mail
from danchu.channels.written import mail as mail
from danchu.channels.written import sms_text as sms_text
from danchu.channels.written import zalo_text as zalo_text
