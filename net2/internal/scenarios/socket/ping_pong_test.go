package socket_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestPingPong(t *testing.T) {
	transcript.Run(t, "ping_pong", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.SetEncoding("utf8")
			peer.OnString(func(text string) {
				n, err := strconv.Atoi(text)
				require.NoError(x, err)
				peer.Write(strconv.Itoa(n + 1))
			})
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnConnect(func() { client.Write("0") })
			client.SetEncoding("utf8")
			client.OnString(func(text string) {
				if n, err := strconv.Atoi(text); err == nil && n < 1000 {
					client.Write(text)
					return
				}
				c("last", text, client.BytesRead(), client.BytesWritten())
				client.End()
			})
			client.OnClose(scene.Close(c))
		})
	})
}
