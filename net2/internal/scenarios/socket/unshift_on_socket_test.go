package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestUnshiftOnSocket(t *testing.T) {
	transcript.Run(t, "unshift_on_socket", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Resume()
			peer.End("headbody")
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			var body string
			var onReadable func()
			onReadable = func() {
				chunk, _ := client.Read().([]byte)
				if chunk == nil {
					return
				}
				client.Off("readable", onReadable)
				c("head", chunk[:4])
				client.Unshift(chunk[4:])
				client.OnData(func(chunk []byte) { body += string(chunk) })
			}
			client.OnReadable(onReadable)
			client.OnEnd(func() { c("end", body) })
		})
	})
}
