package connect_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestSettersBefore(t *testing.T) {
	transcript.Run(t, "setters_before", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Write("€")
		})
		scene.Listen(server, func() {
			client := scene.NewSocket(x)
			client.SetEncoding("utf8")
			client.SetNoDelay(true).SetKeepAlive(true, time.Second).SetTimeout(150 * time.Millisecond)
			client.OnString(func(text string) { c("data", text, "string") })
			client.OnTimeout(func() {
				c("timeout", client.Timeout().Milliseconds())
				client.Destroy()
			})
			client.OnClose(scene.Close(c))
			client.Connect(server.Address().Port, "127.0.0.1")
		})
	})
}
