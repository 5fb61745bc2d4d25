package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestLookupNoAddress(t *testing.T) {
	transcript.Run(t, "lookup_no_address", func(x *transcript.T) {
		c := x.Track("client")
		lookup := func(_ string, _ net2.LookupOptions, cb func(error, []net2.LookupAddress)) {
			x.Loop.SetImmediate(func() { cb(nil, []net2.LookupAddress{{Address: "not an address", Family: 4}}) })
		}
		client := scene.ConnectWith(x, net2.ConnectOptions{Port: 9, Host: "name.example", Family: 4, Lookup: lookup})
		client.OnLookup(func(err error, address string, family int, host string) {
			c("lookup", err, address, family, host)
		})
		client.OnError(scene.Error(c))
		client.OnClose(scene.Close(c))
	})
}
