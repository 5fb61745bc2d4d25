package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestListenName(t *testing.T) {
	transcript.Run(t, "listen_name", func(x *transcript.T) {
		s := x.Track("server")
		var host string
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			s("connection", peer.LocalAddress() == host)
			peer.End("hello")
		})
		server.ListenHost(0, "localhost", func() {
			host = server.Address().Address
			s("listening", host == "127.0.0.1" || host == "::1")
			client := scene.ConnectWith(x, net2.ConnectOptions{Port: server.Address().Port, Host: host})
			client.OnData(func(chunk []byte) { s("data", chunk) })
		})
	})
}
