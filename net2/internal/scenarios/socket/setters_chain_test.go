package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestSettersChain(t *testing.T) {
	transcript.Run(t, "setters_chain", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, scene.Sink)
		log := func(when string, socket *net2.Socket) {
			line := []any{when}
			for _, result := range []any{
				socket.SetNoDelay(), socket.SetNoDelay(false), socket.SetKeepAlive(true, 5*time.Second), socket.SetKeepAlive(false),
				socket.SetTimeout(0), socket.SetEncoding("utf8"), socket.Ref(), socket.Pause(), socket.Resume(),
				socket.SetDefaultEncoding("utf8"), socket.Unpipe(),
			} {
				line = append(line, scene.Same(result, socket))
			}
			c(line...)
		}
		scene.Listen(server, func() {
			client := scene.NewSocket(x)
			log("new", client)
			client.Connect(server.Address().Port, "127.0.0.1", func() {
				log("connected", client)
				log("destroyed", client.Destroy())
			})
		})
	})
}
