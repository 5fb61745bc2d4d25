package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestDestroyDuringLookup(t *testing.T) {
	transcript.Run(t, "destroy_during_lookup", func(x *transcript.T) {
		c := x.Track("client")
		var answer func(error, []net2.LookupAddress)
		lookup := func(_ string, _ net2.LookupOptions, cb func(error, []net2.LookupAddress)) { answer = cb }
		client := scene.ConnectWith(x, net2.ConnectOptions{Port: 9, Host: "name.example", Family: 4, Lookup: lookup})
		client.OnLookup(func(err error, address string, _ int, _ string) { c("lookup", err, address) })
		client.On("connectionAttempt", scene.Event(c, "attempt"))
		client.OnError(scene.Error(c))
		client.OnClose(func(hadError bool) {
			c("close", hadError)
			answer(nil, []net2.LookupAddress{{Address: "127.0.0.1", Family: 4}})
			x.Loop.SetImmediate(func() { c("after the answer", client.Connecting()) })
		})
		client.Destroy()
	})
}
