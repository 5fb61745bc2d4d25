package runner_test

import (
	"errors"
	"testing"
	"time"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestValues(t *testing.T) {
	transcript.Run(t, "values", func(x *transcript.T) {
		a := x.Track("a")
		b := x.Track("b")
		b("first")
		a("strings", "as it is", "", "two\r\nlines")
		a("numbers", 0, -1, uint32(65536), 1.5)
		a("booleans", true, false)
		a("nothing", nil)
		a("bytes", []byte("héllo"), []byte{}, []byte{0xe2, 0x82})
		a("plain error", errors.New("boom"))
		a("coded error", &events.Error{Name: "TypeError", Code: "ERR_NO_GOOD", Message: "The value is no good"})
		x.Port(4711, "PORT")
		a("port", 4711, "127.0.0.1:4711", 47110, "p4711", "4711 4711")
		path := x.SocketPath()
		a("path", path, "listen EADDRINUSE: address already in use "+path)
		x.AtExit(func() { a("exit") })
		x.Loop.SetTimeout(time.Millisecond, func() { a("timeout"); x.Track("b")("last") })
		a("main")
	})
}
