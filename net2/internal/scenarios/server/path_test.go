package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPath(t *testing.T) {
	transcript.Run(t, "path", func(x *transcript.T) {
		s := x.Track("server")
		c := x.Track("client")
		path := x.SocketPath()
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			s("connection", transcript.OrNull(peer.RemoteAddress()), transcript.OrNull(peer.RemotePort()),
				transcript.OrNull(peer.RemoteFamily()), transcript.OrNull(peer.LocalAddress()))
			peer.Pipe(peer)
			server.Close(func(error) { s("close", exists(path), listeningOn(server)) })
		})
		server.ListenPath(path, func() {
			s("listening", listeningOn(server), exists(path))
			client := scene.ConnectWith(x, net2.ConnectOptions{Path: path})
			client.OnConnect(func() {
				c("connect", transcript.OrNull(client.RemoteAddress()), transcript.OrNull(client.RemotePort()),
					transcript.OrNull(client.LocalAddress()), transcript.OrNull(client.Address().Address))
				client.End("hello")
			})
			client.OnData(scene.Data(c))
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(scene.Close(c))
		})
	})
}
