package connect_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestLookupPortZero(t *testing.T) {
	transcript.Run(t, "lookup_port_zero", func(x *transcript.T) {
		c := x.Track("client")
		unknown := func(host string, _ net2.LookupOptions, cb func(error, []net2.LookupAddress)) {
			c("lookup", host)
			x.Loop.SetImmediate(func() { cb(&net2.Error{Code: "ENOTFOUND", Message: "nobody knows " + host}, nil) })
		}
		client := scene.ConnectWith(x, net2.ConnectOptions{PortZero: true, Host: "name.example", Lookup: unknown})
		client.OnError(scene.Error(c))
		client.OnClose(scene.Close(c))

		f := x.Track("family")
		odd := func(_ string, _ net2.LookupOptions, cb func(error, []net2.LookupAddress)) {
			x.Loop.SetImmediate(func() { cb(nil, []net2.LookupAddress{{Address: "127.0.0.1", Family: 5}}) })
		}
		other := scene.ConnectWith(x, net2.ConnectOptions{PortZero: true, Host: "name.example", Family: 4, Lookup: odd})
		other.OnError(func(err error) {
			var coded *net2.Error
			errors.As(err, &coded)
			f("error", err, coded.Address, coded.Port)
		})
		other.OnClose(scene.Close(f))
	})
}
