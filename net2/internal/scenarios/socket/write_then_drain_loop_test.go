package socket_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestWriteThenDrainLoop(t *testing.T) {
	transcript.Run(t, "write_then_drain_loop", func(x *transcript.T) {
		s := x.Track("peer")
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			hash := sha256.New()
			n := 0
			peer.OnData(func(chunk []byte) {
				n += len(chunk)
				hash.Write(chunk)
			})
			peer.OnEnd(func() { s("end", n, hex.EncodeToString(hash.Sum(nil))) })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			n := 0
			var more func()
			more = func() {
				for n < 200 {
					chunk := bytes.Repeat([]byte{byte(n)}, 40000+n)
					n++
					if !client.Write(chunk) {
						client.Once("drain", more)
						return
					}
				}
				client.End()
			}
			client.OnConnect(more)
			client.Resume()
			client.OnClose(func(hadError bool) { c("close", hadError, client.BytesWritten()) })
		})
	})
}
