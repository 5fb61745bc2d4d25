package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteEmpty(t *testing.T) {
	transcript.Run(t, "write_empty", func(x *transcript.T) {
		c := x.Track("client")
		s := x.Track("peer")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.OnData(scene.Data(s))
			peer.OnEnd(func() { s("end", peer.BytesRead()) })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() {
				c("write returned", client.Write("", scene.Done(c, "empty string")))
				c("write returned", client.Write([]byte{}, scene.Done(c, "empty bytes")))
				client.End(func(err error) { c("ended", err, client.BytesWritten()) })
			})
		})
	})
}
