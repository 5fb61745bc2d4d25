package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestHalfOpenNeverEnded(t *testing.T) {
	transcript.Run(t, "half_open_never_ended", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Bye)
		scene.Listen(server, func() {
			client := scene.ConnectWith(x, net2.ConnectOptions{
				SocketOptions: net2.SocketOptions{AllowHalfOpen: true},
				Port:          server.Address().Port,
			})
			client.Resume()
			client.OnFinish(scene.Event(c, "finish"))
			client.OnEnd(func() {
				c("end")
				x.Loop.SetTimeout(30*time.Millisecond, func() {
					c("waited", client.Destroyed(), client.Writable(), client.Closed())
					client.Destroy()
				})
			})
			client.OnClose(func(hadError bool) { c("close", hadError, client.WritableEnded()) })
		})
	})
}
