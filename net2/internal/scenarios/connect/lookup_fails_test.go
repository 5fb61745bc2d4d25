package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestLookupFails(t *testing.T) {
	transcript.Run(t, "lookup_fails", func(x *transcript.T) {
		c := x.Track("client")
		lookup := func(host string, _ net2.LookupOptions, cb func(error, []net2.LookupAddress)) {
			err := &net2.Error{Code: "ENOTFOUND", Message: "getaddrinfo ENOTFOUND " + host}
			x.Loop.SetImmediate(func() { cb(err, nil) })
		}
		client := scene.ConnectWith(x, net2.ConnectOptions{Port: 9, Host: "name.example", Family: 4, Lookup: lookup})
		client.OnLookup(func(err error, address string, family int, host string) {
			c("lookup", err, transcript.OrNull(address), transcript.OrNull(family), host)
		})
		client.OnConnect(scene.Event(c, "connect"))
		client.OnError(func(err error) { c("error", err, client.Destroyed()) })
		client.OnClose(scene.Close(c))
	})
}
