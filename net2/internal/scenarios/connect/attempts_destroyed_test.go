package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAttemptsDestroyed(t *testing.T) {
	onLinux(t)
	transcript.Run(t, "attempts_destroyed", func(x *transcript.T) {
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		lookup := func(_ string, _ net2.LookupOptions, cb func(error, []net2.LookupAddress)) {
			cb(nil, []net2.LookupAddress{{Address: "127.0.0.1", Family: 4}, {Address: "127.0.0.2", Family: 4}})
		}
		scene.Listen(server, func() {
			options := net2.ConnectOptions{Host: "several.example", Port: scene.Port(x, server, "PORT"), Lookup: lookup}
			server.Close(func(error) {
				c := x.Track("failed")
				client := scene.NewSocket(x)
				client.OnConnectionAttempt(func(ip string, _, _ int) { c("attempt", ip) })
				client.OnConnectionAttemptFailed(func(_ string, _, _ int, err error) {
					c("attempt failed", err)
					client.Destroy()
				})
				client.OnError(scene.Error(c))
				client.OnClose(func(hadError bool) { c("close", hadError, client.Connecting()) })
				client.ConnectWith(options)

				d := x.Track("at once")
				early := scene.NewSocket(x)
				early.OnError(scene.Error(d))
				early.OnClose(scene.Close(d))
				early.ConnectWith(options)
				early.Write("x", scene.Done(d, "written"))
				early.Destroy()
			})
		})
	})
}
