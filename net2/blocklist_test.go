package net2_test

import (
	"net"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

func TestServerTurnsBlockedClientsAway(t *testing.T) {
	for name, host := range map[string]string{"IPv4": "127.0.0.1", "IPv4 on an IPv6 socket": ""} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			list := net2.NewBlockList().AddSubnet("127.0.0.0", 8)
			server := net2.NewServer(net2.ServerOptions{Loop: r.Loop, BlockList: list}, func(*net2.Socket) {
				require.Fail(t, "connection of a blocked client")
			})
			server.OnDrop(func(net2.DropArgument) { require.Fail(t, "drop of a blocked client") })
			var seen []string
			server.ListenHost(0, host, func() {
				client := r.connect(server, net2.SocketOptions{})
				client.OnConnect(func() { seen = append(seen, "connect") })
				client.OnData(func([]byte) { seen = append(seen, "data") })
				client.OnError(func(error) {}) // a reset, if its FIN comes late
				client.OnClose(func(bool) {
					seen = append(seen, "close")
					server.GetConnections(func(_ error, n int) { require.Zero(t, n) })
					server.Close()
				})
			})
			r.run()
			require.Equal(t, []string{"connect", "close"}, seen)
		})
	}
}

func TestConnectToBlockedAddress(t *testing.T) {
	list := net2.NewBlockList().AddAddress("127.0.0.1").AddAddress("127.0.0.2")
	lookup := func(addresses ...net2.LookupAddress) net2.Lookup {
		return func(_ string, _ net2.LookupOptions, cb func(error, []net2.LookupAddress)) { cb(nil, addresses) }
	}
	first, second := net2.LookupAddress{Address: "127.0.0.1", Family: 4}, net2.LookupAddress{Address: "127.0.0.2", Family: 4}
	uses := map[string]struct {
		options net2.ConnectOptions
		events  []string
	}{
		"address": {net2.ConnectOptions{Host: "127.0.0.1"}, []string{"attempt 127.0.0.1"}},
		"one":     {net2.ConnectOptions{Host: "x", Lookup: lookup(first), NoAutoSelectFamily: true}, []string{"attempt 127.0.0.1"}},
		"several": {net2.ConnectOptions{Host: "x", Lookup: lookup(first, second)},
			[]string{"attempt 127.0.0.1", "failed 127.0.0.1", "attempt 127.0.0.2", "failed 127.0.0.2"}},
	}
	for name, use := range uses {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			var events []string
			var got error
			use.options.Port = 9
			net2.NewSocket(net2.SocketOptions{Loop: r.Loop, BlockList: list}).
				OnConnectionAttempt(func(ip string, _, _ int) { events = append(events, "attempt "+ip) }).
				OnConnectionAttemptFailed(func(ip string, _, _ int, err error) {
					require.EqualError(t, err, "IP("+ip+") is blocked by net.BlockList")
					events = append(events, "failed "+ip)
				}).
				OnError(func(err error) { got = err }).
				ConnectWith(use.options)
			r.run()
			require.Equal(t, use.events, events)
			require.Equal(t, "ERR_IP_BLOCKED", net2.Code(got))
		})
	}
}

// A list may grow while servers and other goroutines ask it.
func TestBlockListFromManyGoroutines(t *testing.T) {
	list := net2.NewBlockList()
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for j := range 64 {
				ip := net.IPv4(10, byte(i), 0, byte(j)).String()
				list.AddAddress(ip)
				require.True(t, list.Check(ip))
				require.False(t, list.Check("11.0.0.1"))
				list.Rules()
			}
		})
	}
	wg.Wait()
	require.Len(t, list.Rules(), 256)
}

func TestBlockListCheckAllocatesNothing(t *testing.T) {
	list := net2.NewBlockList().AddAddress("1.2.3.4").AddSubnet("10.0.0.0", 8).AddRange("::1", "::9", "ipv6")
	address := net2.NewSocketAddress(net2.SocketAddressOptions{Address: "192.168.0.1"})
	require.Zero(t, testing.AllocsPerRun(100, func() { list.CheckSocket(address) }))
}
