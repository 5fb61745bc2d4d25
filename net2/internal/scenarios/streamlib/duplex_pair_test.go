package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestDuplexPair(t *testing.T) {
	transcript.Run(t, "duplex_pair", func(x *transcript.T) {
		log := x.Track("echo")
		client, server := stream.DuplexPair(stream.DuplexOptions{Loop: x.Loop})
		server.On("data", func(d string) {
			log("server", d)
			server.Write("echo " + d)
		})
		server.On("end", func() { log("server end"); server.End("bye") })
		client.SetEncoding("utf8")
		client.On("data", func(d string) { log("client", d) })
		on(log, client, []string{"finish", "close"}, "client")
		on(log, server, []string{"finish", "close"}, "server")
		client.On("end", func() { log("client end") })
		client.Write("one", plain(log, "one written"))
		client.End("two", func() { log("ended") })

		slow := x.Track("backpressure")
		a, b := stream.DuplexPair(stream.DuplexOptions{Loop: x.Loop, HighWaterMark: 4})
		for _, s := range []string{"aaa", "bbb", "ccc"} {
			slow("write", a.Write(s, plain(slow, "written", s)), a.WritableLength(), b.ReadableLength())
		}
		a.Write("", plain(slow, "empty written"))
		on(slow, a, []string{"drain"})
		x.Loop.SetImmediate(func() {
			slow("read", b.Read())
			after(x, 1, func() { slow("read", b.Read()) })
			after(x, 2, func() { slow("read", b.Read(), a.WritableLength()) })
		})

		gone := x.Track("one side destroyed")
		p, q := stream.DuplexPair(stream.DuplexOptions{Loop: x.Loop})
		on(gone, q, []string{"close"}, "y")
		on(gone, p, []string{"close"}, "x")
		on(gone, q, []string{"end"}, "y")
		data(gone, q, "y")
		p.Write("last words")
		p.Destroy()
		x.Loop.SetImmediate(func() {
			gone("y", q.Destroyed(), q.ReadableEnded())
			q.Write("anyone", said(gone, "written"))
		})

		o, _ := stream.DuplexPair(stream.DuplexOptions{Loop: x.Loop, ObjectMode: true})
		x.Track("options")(o.ReadableObjectMode(), o.WritableObjectMode())
	})
}
