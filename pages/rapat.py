"""Mode rapat: what must the meeting see in seven screens, and decide?"""

from ucj import web

web.tampilkan_rapat()
