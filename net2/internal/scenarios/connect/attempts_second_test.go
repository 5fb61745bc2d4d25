package connect_test

import (
	"strings"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAttemptsSecond(t *testing.T) {
	onLinux(t)
	transcript.Run(t, "attempts_second", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Bye)
		scene.Listen(server, func() {
			lookup := func(_ string, _ net2.LookupOptions, cb func(error, []net2.LookupAddress)) {
				cb(nil, []net2.LookupAddress{{Address: "::1", Family: 6}, {Address: "127.0.0.1", Family: 4}, {Address: "127.0.0.2", Family: 4}})
			}
			client := scene.NewSocket(x)
			watchAttempts(c, client)
			client.OnConnect(func() {
				c("connect", client.RemoteAddress(), strings.Join(client.AutoSelectFamilyAttemptedAddresses(), " "))
			})
			client.OnReady(scene.Event(c, "ready"))
			client.OnClose(scene.Close(c))
			client.ConnectWith(net2.ConnectOptions{Host: "several.example", Port: scene.Port(x, server, "PORT"), Lookup: lookup})
			client.Write("kept until then", func(error) { c("written") })
			client.Resume()
		})
	})
}
