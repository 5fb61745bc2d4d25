package socket_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestReadFrames(t *testing.T) {
	transcript.Run(t, "read_frames", func(x *transcript.T) {
		c := x.Track("client")
		frame := func(text string) string { return string(rune(len(text))) + text }
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			peer.Write(frame("one") + frame("fourteen")[:4])
			peer.Once("data", func() { peer.End(frame("fourteen")[4:] + frame("x")) })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			length := 0
			client.OnReadable(func() {
				for {
					if length == 0 {
						head, _ := client.Read(1).([]byte)
						if head == nil {
							return
						}
						length = int(head[0])
					}
					body, _ := client.Read(length).([]byte)
					if body == nil {
						return
					}
					length = 0
					c("frame", body)
					if string(body) == "one" {
						client.Write("more")
					}
				}
			})
			client.OnEnd(scene.Event(c, "end"))
		})
	})
}
