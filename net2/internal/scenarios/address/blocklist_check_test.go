package address_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestBlocklistCheck(t *testing.T) {
	questions := [][]string{
		{"1.1.1.1"}, {"1.1.1.1", "IPv4"}, {"1.1.1.1", "ipv6"}, {"1.1.1.1", "ipv5"}, {"1.1.1.2"}, {"::ffff:1.1.1.1", "ipv6"},
		{"::ffff:1.1.1.1"}, {"8592:757c:efae:4e45::1", "ipv6"}, {"8592:757C:EFAE:4e45::1", "IPV6"}, {"8592:757c:efae:4e45::1"},
		{"10.0.0.0"}, {"10.0.0.1"}, {"10.0.0.9"}, {"10.0.0.10"}, {"::ffff:10.0.0.5", "ipv6"}, {"::4", "ipv6"}, {"::f", "ipv6"},
		{"::10", "ipv6"}, {"192.168.0.0"}, {"192.168.255.255"}, {"192.169.0.0"}, {"fe80::1", "ipv6"}, {"fe80::1%lo", "ipv6"},
		{"fe90::1", "ipv6"}, {"::1", "ipv6"}, {""}, {"name"}, {"01.1.1.1"}, {"1.1.1.1 "},
	}
	transcript.Run(t, "blocklist_check", func(x *transcript.T) {
		ask := func(name string, fill func(list *net2.BlockList)) {
			log := x.Track(name)
			list := net2.NewBlockList()
			fill(list)
			for _, rule := range list.Rules() {
				log("rule", rule)
			}
			for _, q := range questions {
				switch {
				case !list.Check(q[0], q[1:]...):
				case len(q) == 2:
					log("blocks", q[0], q[1])
				default:
					log("blocks", q[0], nil)
				}
			}
		}
		address := func(address string, port int) *net2.SocketAddress {
			return net2.NewSocketAddress(net2.SocketAddressOptions{Address: address, Port: port})
		}
		address6 := func(address string) *net2.SocketAddress {
			return net2.NewSocketAddress(net2.SocketAddressOptions{Address: address, Family: "ipv6"})
		}
		ask("addresses", func(list *net2.BlockList) {
			list.AddAddress("1.1.1.1").AddAddress("8592:757c:efae:4e45::1", "ipv6").AddAddress("1.1.1.1")
		})
		ask("mapped", func(list *net2.BlockList) { list.AddAddress("::ffff:1.1.1.1", "ipv6") })
		ask("ranges", func(list *net2.BlockList) {
			list.AddRange("10.0.0.1", "10.0.0.9").AddRange("::4", "::f", "ipv6")
		})
		ask("one", func(list *net2.BlockList) { list.AddRange("1.1.1.1", "1.1.1.1") })
		ask("mapped range", func(list *net2.BlockList) { list.AddRange("::ffff:10.0.0.0", "::ffff:10.0.0.5", "ipv6") })
		ask("wide range", func(list *net2.BlockList) { list.AddRange("::", "ffff::", "ipv6") })
		ask("subnets", func(list *net2.BlockList) {
			list.AddSubnet("192.168.1.2", 16).AddSubnet("fe80::", 64, "ipv6")
		})
		ask("all of IPv4", func(list *net2.BlockList) { list.AddSubnet("0.0.0.0", 0) })
		ask("all of IPv6", func(list *net2.BlockList) { list.AddSubnet("::", 0, "ipv6") })
		ask("96 bits", func(list *net2.BlockList) { list.AddSubnet("::", 96, "ipv6") })
		ask("mapped subnet", func(list *net2.BlockList) { list.AddSubnet("::ffff:10.0.0.0", 120, "ipv6") })
		ask("socket addresses", func(list *net2.BlockList) {
			from, to := address("10.0.0.1", 80), address("10.0.0.9", 1)
			list.AddSocketRange(from, to)
			list.AddSocketAddress(address6("fe80::1%lo"))
			list.AddSocketSubnet(address("192.168.0.0", 0), 16)
			x.Track("socket addresses")("check", list.CheckSocket(address("10.0.0.2", 3)), list.CheckSocket(to))
		})
		ask("mixed range", func(list *net2.BlockList) { list.AddSocketRange(address6("::4"), address("1.1.1.5", 0)) })
	})
}
