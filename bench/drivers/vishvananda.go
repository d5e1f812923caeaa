// Go with vishvananda/netlink and netns, as CNI plugins use them: one call after the other on a locked thread, and a handle of
// its own for each namespace.

package main

import (
	"encoding/json"
	"fmt"
	"net"
	"os"
	"runtime"
	"strconv"
	"time"

	"github.com/vishvananda/netlink"
	"github.com/vishvananda/netns"
)

const repeats = 5
const addressLinks = 100

type result struct {
	Seconds   float64   `json:"seconds"`
	Repeat    int       `json:"repeat,omitempty"`
	Count     *int      `json:"count,omitempty"`
	Checksum  int       `json:"checksum,omitempty"`
	Latencies []float64 `json:"latencies,omitempty"`
}

// One socket for all calls in this namespace; without it each call opens its own.
var handle *netlink.Handle

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func ipv4(number int) net.IP {
	return net.IPv4(byte(number>>24), byte(number>>16), byte(number>>8), byte(number)).To4()
}

func podAddress(i int) net.IP { return ipv4(0x0a010000 + i + 2) }
func linkAddress(i int) *netlink.Addr {
	return &netlink.Addr{IPNet: &net.IPNet{IP: ipv4(0x0ac00000 + i), Mask: net.CIDRMask(32, 32)}}
}
func routeTo(i int) *net.IPNet {
	return &net.IPNet{IP: ipv4(0x0a800000 + i), Mask: net.CIDRMask(32, 32)}
}

func name(prefix string, i int) string { return prefix + strconv.Itoa(i) }

func linkOf(name string) netlink.Link {
	link, err := handle.LinkByName(name)
	check(err)
	return link
}

func linksOf(prefix string, size int) []netlink.Link {
	links := make([]netlink.Link, size)
	for i := range links {
		links[i] = linkOf(name(prefix, i))
	}
	return links
}

func addPair(i int) {
	check(handle.LinkAdd(&netlink.Veth{LinkAttrs: netlink.LinkAttrs{Name: name("v", i), TxQLen: -1}, PeerName: name("p", i)}))
}

func addPort(near string, far string, bridge int, there netns.NsHandle) netlink.Link {
	veth := &netlink.Veth{
		LinkAttrs: netlink.LinkAttrs{Name: near, MasterIndex: bridge, TxQLen: -1}, PeerName: far, PeerNamespace: netlink.NsFd(int(there)),
	}
	check(handle.LinkAdd(veth))
	check(handle.LinkSetUp(veth))
	return veth
}

func setUp(there *netlink.Handle, name string) netlink.Link {
	link, err := there.LinkByName(name)
	check(err)
	check(there.LinkSetUp(link))
	return link
}

func makeNamed(name string, origin netns.NsHandle) {
	made, err := netns.NewNamed(name)
	check(err)
	check(netns.Set(origin))
	made.Close()
}

func attach(i int, bridge int, origin netns.NsHandle) {
	pod, err := netns.NewNamed(name("pod", i))
	check(err)
	inside, err := netlink.NewHandle()
	check(err)
	check(netns.Set(origin))
	setUp(inside, "lo")
	addPort(name("h", i), "eth0", bridge, pod)
	eth0 := setUp(inside, "eth0")
	check(inside.AddrAdd(eth0, &netlink.Addr{IPNet: &net.IPNet{IP: podAddress(i), Mask: net.CIDRMask(16, 32)}}))
	check(inside.RouteAdd(&netlink.Route{LinkIndex: eth0.Attrs().Index, Gw: ipv4(0x0a010001)}))
	inside.Delete()
	pod.Close()
}

func timed(size int, operation func(i int)) result {
	start := time.Now()
	for i := 0; i < size; i++ {
		operation(i)
	}
	return result{Seconds: time.Since(start).Seconds()}
}

func oneByOne(size int, operation func(i int)) result {
	latencies := make([]float64, size)
	answer := timed(size, func(i int) {
		start := time.Now()
		operation(i)
		latencies[i] = float64(time.Since(start).Nanoseconds()) / 1000
	})
	answer.Latencies = latencies
	return answer
}

func listed(list func() (int, int)) result {
	list()
	count, checksum := 0, 0
	answer := timed(repeats, func(int) { count, checksum = list() })
	answer.Repeat, answer.Count, answer.Checksum = repeats, &count, checksum
	return answer
}

func listLinks() (int, int) {
	links, err := handle.LinkList()
	check(err)
	checksum := 0
	for _, link := range links {
		attrs := link.Attrs()
		checksum += attrs.Index + attrs.MTU + len(attrs.Name)
	}
	return len(links), checksum
}

func listRoutes() (int, int) {
	routes, err := handle.RouteListFiltered(netlink.FAMILY_V4, &netlink.Route{Table: 254}, netlink.RT_FILTER_TABLE)
	check(err)
	checksum := 0
	for _, route := range routes {
		length, _ := route.Dst.Mask.Size()
		checksum += length + route.LinkIndex
	}
	return len(routes), checksum
}

func toOtherNetns(size int) result {
	there, err := netns.GetFromName("other")
	check(err)
	inside, err := netlink.NewHandleAt(there)
	check(err)
	bridge := linkOf("br0").Attrs().Index
	return timed(size, func(i int) {
		addPort(name("v", i), name("p", i), bridge, there)
		setUp(inside, name("p", i))
	})
}

func main() {
	runtime.LockOSThread()
	trial := os.Args[1]
	size, err := strconv.Atoi(os.Args[2])
	check(err)
	origin, err := netns.Get()
	check(err)
	handle, err = netlink.NewHandle()
	check(err)
	var answer result
	switch trial {
	case "W1":
		answer = timed(size, addPair)
	case "W2":
		answer = toOtherNetns(size)
	case "W3":
		links := linksOf("v", size)
		answer = timed(size, func(i int) { check(handle.LinkDel(links[i])) })
	case "W4":
		answer = timed(size, func(i int) { makeNamed(name("n", i), origin) })
	case "W4-down":
		answer = timed(size, func(i int) { check(netns.DeleteNamed(name("n", i))) })
	case "W5":
		bridge := linkOf("br0").Attrs().Index
		answer = timed(size, func(i int) { attach(i, bridge, origin) })
	case "W5-down":
		links := linksOf("h", size)
		answer = timed(size, func(i int) {
			check(handle.LinkDel(links[i]))
			check(netns.DeleteNamed(name("pod", i)))
		})
	case "W6":
		answer = listed(listLinks)
	case "W7":
		link := linkOf("r0").Attrs().Index
		answer = timed(size, func(i int) { check(handle.RouteAdd(&netlink.Route{LinkIndex: link, Dst: routeTo(i), Scope: netlink.SCOPE_LINK})) })
	case "W7-list":
		answer = listed(listRoutes)
	case "W7-delete":
		link := linkOf("r0").Attrs().Index
		answer = timed(size, func(i int) { check(handle.RouteDel(&netlink.Route{LinkIndex: link, Dst: routeTo(i), Scope: netlink.SCOPE_LINK})) })
	case "address":
		links := linksOf("v", addressLinks)
		answer = timed(size, func(i int) { check(handle.AddrAdd(links[i%addressLinks], linkAddress(i))) })
	case "address-delete":
		links := linksOf("v", addressLinks)
		answer = timed(size, func(i int) { check(handle.AddrDel(links[i%addressLinks], linkAddress(i))) })
	case "single":
		answer = oneByOne(size, func(int) { _, err := handle.LinkByIndex(1); check(err) })
	case "single-veth":
		answer = oneByOne(size, addPair)
	default:
		check(fmt.Errorf("no such trial: %s", trial))
	}
	check(json.NewEncoder(os.Stdout).Encode(answer))
}
