package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestRefusedAtOnce(t *testing.T) {
	onLinux(t)
	transcript.Run(t, "refused_at_once", func(x *transcript.T) {
		use := func(name string, options net2.ConnectOptions) {
			c := x.Track(name)
			client := scene.NewSocket(x)
			watchAttempts(c, client)
			client.OnError(func(err error) {
				e := err.(*net2.Error)
				if e.Syscall == "" {
					c("error", e, nil, nil, nil)
				} else {
					c("error", e, e.Syscall, e.Address, e.Port)
				}
				for _, err := range e.Errors {
					c("one", err)
				}
			})
			client.OnClose(scene.Close(c))
			client.ConnectWith(options)
		}
		use("link-local without a zone", net2.ConnectOptions{Host: "fe80::1", Port: 80})
		use("local port too large", net2.ConnectOptions{Host: "127.0.0.1", Port: 1, LocalPort: 65536})
		use("among others", net2.ConnectOptions{Host: "several.example", Port: 1,
			Lookup: func(_ string, _ net2.LookupOptions, cb func(error, []net2.LookupAddress)) {
				cb(nil, []net2.LookupAddress{{Address: "fe80::1", Family: 6}, {Address: "127.0.0.1", Family: 4}})
			}})
	})
}
