package address_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestBlocklistThrows(t *testing.T) {
	transcript.Run(t, "blocklist_throws", func(x *transcript.T) {
		log := x.Track("list")
		list := net2.NewBlockList()
		refuse := func(what string, add func()) {
			if err := scene.Thrown(add); err.Name != "" {
				log(what, err.Name, err)
			} else {
				log(what, "added")
			}
		}
		refuse("no address", func() { list.AddAddress("name") })
		refuse("empty", func() { list.AddAddress("") })
		refuse("IPv6 as IPv4", func() { list.AddAddress("::1") })
		refuse("IPv4 as IPv6", func() { list.AddAddress("1.1.1.1", "ipv6") })
		refuse("family", func() { list.AddAddress("1.1.1.1", "ipv5") })
		refuse("start", func() { list.AddRange("x", "1.1.1.1") })
		refuse("end", func() { list.AddRange("1.1.1.1", "x") })
		refuse("backwards", func() { list.AddRange("1.1.1.2", "1.1.1.1") })
		refuse("backwards IPv6", func() { list.AddRange("::ffff:1.1.1.2", "::2", "ipv6") })
		refuse("network", func() { list.AddSubnet("x", 8) })
		refuse("prefix", func() { list.AddSubnet("1.1.1.1", 33) })
		refuse("negative prefix", func() { list.AddSubnet("1.1.1.1", -1) })
		refuse("prefix IPv6", func() { list.AddSubnet("::1", 129, "ipv6") })
		log("rules", len(list.Rules()))
	})
}
