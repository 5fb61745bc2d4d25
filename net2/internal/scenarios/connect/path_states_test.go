package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPathStates(t *testing.T) {
	transcript.Run(t, "path_states", func(x *transcript.T) {
		c := x.Track("client")
		path := x.SocketPath()
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.End("hello")
			peer.Resume()
		})
		server.ListenPath(path, func() {
			client := scene.ConnectWith(x, net2.ConnectOptions{Path: path})
			c("connecting", client.Connecting(), client.Pending(), client.ReadyState())
			client.OnConnect(func() { c("connect", client.Connecting(), client.Pending(), client.ReadyState()) })
			client.OnReady(scene.Event(c, "ready"))
			client.OnData(scene.Data(c))
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(func(hadError bool) { c("close", hadError, client.ReadyState()) })
		})
	})
}
