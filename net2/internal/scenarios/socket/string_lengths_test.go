package socket_test

import (
	"strings"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestStringLengths(t *testing.T) {
	transcript.Run(t, "string_lengths", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			server.Close()
			p := x.Track("peer")
			got := scene.Count(peer)
			peer.OnEnd(func() { p("end", *got) })
		})
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			write := func(text, encoding string) {
				ok := client.WriteEncoded(text, encoding)
				c(ok, client.WritableLength(), client.BufferSize(), client.BytesWritten())
			}
			write("é", "")
			write("€€", "")
			write("😀", "")
			write("é", "latin1")
			write("616263", "hex")
			write("YWJj", "base64")
			write("ab", "utf16le")
			c(client.Write([]byte("é")), client.WritableLength(), client.BufferSize(), client.BytesWritten())
			write("", "")
			write(strings.Repeat("é", 16360), "")
			write("é", "")
			client.Cork()
			write(strings.Repeat("é", 10), "")
			client.SetDefaultEncoding("utf16le")
			write(strings.Repeat("é", 10), "")
			client.OnDrain(func() { c("drain", client.WritableLength(), client.BytesWritten()) })
			client.OnConnect(func() {
				c("connect", client.WritableLength(), client.BytesWritten())
				client.Uncork()
				c("uncork", client.WritableLength(), client.BytesWritten())
				write(strings.Repeat("é", 16384), "utf8")
				client.Cork()
				write(strings.Repeat("é", 16384), "utf8")
				client.End()
				c("end", client.WritableLength(), client.BytesWritten())
			})
			client.OnClose(func(hadError bool) { c("close", hadError, client.WritableLength(), client.BytesWritten()) })
		})
	})
}
