// What a link is to the hardware layer (ARPHRD_*), in the words of ip(8). Not the link's kind: a veth and a
// bridge are both 'ether'.

import { names } from './dsl.ts'

export const linkTypes = names({
  'generic': 0, 'ether': 1, 'eether': 2, 'ax25': 3, 'pronet': 4, 'chaos': 5, 'ieee802': 6, 'arcnet': 7, 'atalk': 8,
  'dlci': 15, 'atm': 19, 'metricom': 23, 'ieee1394': 24, 'eui64': 27, 'infiniband': 32,
  'slip': 256, 'cslip': 257, 'slip6': 258, 'cslip6': 259, 'rsrvd': 260, 'adapt': 264, 'rose': 270, 'x25': 271, 'hwx25': 272,
  'can': 280, 'mctp': 290,
  'ppp': 512, 'hdlc': 513, 'lapb': 516, 'ddcmp': 517, 'rawhdlc': 518, 'rawip': 519,
  'ipip': 768, 'tunnel6': 769, 'frad': 770, 'skip': 771, 'loopback': 772, 'ltalk': 773, 'fddi': 774, 'bif': 775, 'sit': 776,
  'ip/ddp': 777, 'gre': 778, 'pimreg': 779, 'hippi': 780, 'ash': 781, 'econet': 782, 'irda': 783, 'fcpp': 784, 'fcal': 785,
  'fcpl': 786, 'fcfb0': 787,
  'tr': 800, 'ieee802.11': 801, 'ieee802.11/prism': 802, 'ieee802.11/radiotap': 803, 'ieee802.15.4': 804,
  'ieee802.15.4/monitor': 805,
  'phonet': 820, 'phonet_pipe': 821, 'caif': 822, 'gre6': 823, 'netlink': 824, '6lowpan': 825, 'vsockmon': 826,
  'none': 0xfffe, 'void': 0xffff,
})
