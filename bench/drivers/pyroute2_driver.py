# Python with pyroute2, one call after the other: an IPRoute where this process is, and one made inside each namespace by way of
# pushns, which costs less than NetNS with a process for each.

import argparse
import json
import time
from contextlib import contextmanager

from pyroute2 import IPRoute, netns

REPEATS = 5
ADDRESS_LINKS = 100
GATEWAY = '10.1.0.1'


def ipv4(number):
    return '.'.join(str(number >> shift & 255) for shift in (24, 16, 8, 0))


@contextmanager
def inside(name):
    netns.pushns(name)
    try:
        there = IPRoute()
    finally:
        netns.popns()
    with there:
        yield there


def timed(size, operation):
    start = time.monotonic()
    for i in range(size):
        operation(i)
    return {'seconds': time.monotonic() - start}


def one_by_one(size, operation):
    latencies = []

    def measured(i):
        start = time.monotonic()
        operation(i)
        latencies.append((time.monotonic() - start) * 1e6)

    return {**timed(size, measured), 'latencies': latencies}


def listed(messages, value):
    found = messages()
    start = time.monotonic()
    for _ in range(REPEATS):
        found = messages()
    seconds = time.monotonic() - start
    return {'seconds': seconds, 'repeat': REPEATS, 'count': len(found), 'checksum': sum(map(value, found))}


def link_value(link):
    return link['index'] + link.get_attr('IFLA_MTU') + len(link.get_attr('IFLA_IFNAME'))


def route_value(route):
    return route['dst_len'] + route.get_attr('RTA_OIF')


class Driver:
    def __init__(self, here, other='other', prefix=''):
        self.here = here
        self.other = other
        self.prefix = prefix

    def index(self, name):
        return self.here.link_lookup(ifname=name)[0]

    def netns(self, name, i):
        return f'{self.prefix}{name}{i}'

    def pair(self, i):
        self.here.link('add', ifname=f'v{i}', kind='veth', peer=f'p{i}')

    def to_other_netns(self, size):
        bridge = self.index('br0')
        with inside(self.other) as there:
            def port(i):
                self.here.link('add', ifname=f'v{i}', kind='veth', master=bridge, peer={'ifname': f'p{i}', 'net_ns_fd': self.other})
                there.link('set', index=there.link_lookup(ifname=f'p{i}')[0], state='up')
                self.here.link('set', index=self.index(f'v{i}'), state='up')
            return timed(size, port)

    def attach(self, i, bridge):
        pod = self.netns('pod', i)
        netns.create(pod)
        self.here.link('add', ifname=f'h{i}', kind='veth', master=bridge, peer={'ifname': 'eth0', 'net_ns_fd': pod})
        with inside(pod) as there:
            there.link('set', index=1, state='up')
            eth0 = there.link_lookup(ifname='eth0')[0]
            there.addr('add', index=eth0, address=ipv4(0x0a010000 + i + 2), prefixlen=16)
            there.link('set', index=eth0, state='up')
            there.route('add', dst='default', gateway=GATEWAY)
        self.here.link('set', index=self.index(f'h{i}'), state='up')

    def detach(self, size):
        ends = [self.index(f'h{i}') for i in range(size)]

        def one(i):
            self.here.link('del', index=ends[i])
            netns.remove(self.netns('pod', i))
        return timed(size, one)

    def delete(self, size):
        links = [self.index(f'v{i}') for i in range(size)]
        return timed(size, lambda i: self.here.link('del', index=links[i]))

    def routes(self, size, verb):
        out = self.index('r0')
        return timed(size, lambda i: self.here.route(verb, dst=ipv4(0x0a800000 + i) + '/32', oif=out, scope=253))

    def addresses(self, size, verb):
        links = [self.index(f'v{i}') for i in range(ADDRESS_LINKS)]
        return timed(size, lambda i: self.here.addr(verb, index=links[i % ADDRESS_LINKS], address=ipv4(0x0ac00000 + i), prefixlen=32))

    def pods(self, size):
        bridge = self.index('br0')
        return timed(size, lambda i: self.attach(i, bridge))

    def run(self, trial, size):
        return {
            'W1': lambda: timed(size, self.pair),
            'W2': lambda: self.to_other_netns(size),
            'W3': lambda: self.delete(size),
            'W4': lambda: timed(size, lambda i: netns.create(self.netns('n', i))),
            'W4-down': lambda: timed(size, lambda i: netns.remove(self.netns('n', i))),
            'W5': lambda: self.pods(size),
            'W5-down': lambda: self.detach(size),
            'W6': lambda: listed(lambda: list(self.here.get_links()), link_value),
            'W7': lambda: self.routes(size, 'add'),
            'W7-list': lambda: listed(lambda: list(self.here.get_routes(family=2, table=254)), route_value),
            'W7-delete': lambda: self.routes(size, 'del'),
            'address': lambda: self.addresses(size, 'add'),
            'address-delete': lambda: self.addresses(size, 'del'),
            'single': lambda: one_by_one(size, lambda _: self.here.get_links(1)),
            'single-veth': lambda: one_by_one(size, self.pair),
        }[trial]()


arguments = argparse.ArgumentParser()
arguments.add_argument('trial')
arguments.add_argument('size', type=int)
words = arguments.parse_args()
with IPRoute() as here:
    print(json.dumps(Driver(here).run(words.trial, words.size)))
