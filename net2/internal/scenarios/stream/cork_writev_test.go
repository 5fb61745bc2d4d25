package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

type corkTest struct {
	x     *transcript.T
	sync  func(func(error))
	later func(func(error))
}

func (k *corkTest) make(name string, cbs func(func(error)), o stream.WritableOptions) (*stream.Writable, func(...any)) {
	log := k.x.Track(name)
	o.Loop = k.x.Loop
	if name != "only writev" {
		o.Write = func(_ *stream.Writable, c any, enc string, cb func(error)) {
			log("_write", c, enc)
			cbs(cb)
		}
	}
	if name != "no writev" {
		o.Writev = func(_ *stream.Writable, chunks []stream.Chunk, cb func(error)) {
			line := []any{"_writev"}
			for _, c := range chunks {
				line = append(line, c.Data())
			}
			for _, c := range chunks {
				line = append(line, c.Encoding)
			}
			log(line...)
			cbs(cb)
		}
	}
	w := stream.NewWritable(o)
	watch(log, w, "drain", "finish", "close", "error")
	return w, log
}

// told logs name and the error when the write is done.
func told(log func(...any), name string) func(error) { return func(err error) { log(name, err) } }

func said(log func(...any), text string) func(error) { return func(error) { log(text) } }

func TestCorkWritev(t *testing.T) {
	transcript.Run(t, "cork_writev", func(x *transcript.T) {
		k := &corkTest{x: x}
		k.sync = func(cb func(error)) { cb(nil) }
		k.later = func(cb func(error)) { x.Loop.SetImmediate(func() { cb(nil) }) }
		k.corked()
		k.single()
		k.endUncorks()
		k.noWritev()
		k.gathers()
		k.fails()
		k.onlyWritev()
		k.strings()
		k.destroyed()
		k.destroyedCorked()
	})
}

func (k *corkTest) corked() {
	w, log := k.make("corked", k.sync, stream.WritableOptions{})
	w.Cork()
	w.Cork()
	log(w.Write("a", said(log, "a written")), w.Write("b"), w.Write("c", said(log, "c written")),
		w.WritableCorked(), w.WritableLength())
	w.Uncork()
	log("uncorked once", w.WritableCorked(), w.WritableLength())
	w.Uncork()
	log("uncorked", w.WritableCorked(), w.WritableLength())
	w.Uncork()
	log(w.Write("d"))
}

func (k *corkTest) single() {
	w, log := k.make("single", k.sync, stream.WritableOptions{})
	w.Cork()
	w.Write("only", said(log, "written"))
	w.Uncork()
	log(w.WritableLength())
}

func (k *corkTest) endUncorks() {
	w, log := k.make("end uncorks", k.sync, stream.WritableOptions{})
	w.Cork()
	w.Cork()
	w.Write("a")
	w.Write("b")
	w.End("c", func() { log("ended") })
	log(w.WritableCorked(), w.WritableLength())
}

func (k *corkTest) noWritev() {
	w, log := k.make("no writev", k.later, stream.WritableOptions{})
	w.Cork()
	w.Write("a", told(log, "a"))
	w.Write("b", told(log, "b"))
	k.x.Loop.NextTick(func() {
		w.Uncork()
		w.Write("c", told(log, "c"))
	})
}

func (k *corkTest) gathers() {
	w, log := k.make("gathers", k.later, stream.WritableOptions{HighWaterMark: 4})
	log(w.Write("a", said(log, "a written")), w.Write("b", said(log, "b written")), w.Write("cd"),
		w.Write("e", said(log, "e written")))
	log(w.WritableLength())
	k.x.Loop.SetImmediate(func() {
		log("later", w.WritableLength())
		w.Write("f")
		w.End("g")
	})
}

func (k *corkTest) fails() {
	w, log := k.make("fails", func(cb func(error)) { k.x.Loop.SetImmediate(func() { cb(fail("disk full")) }) },
		stream.WritableOptions{})
	w.Cork()
	w.Write("a", told(log, "a"))
	w.Write("b", told(log, "b"))
	w.Uncork()
	w.Write("c", told(log, "c"))
}

func (k *corkTest) onlyWritev() {
	w, _ := k.make("only writev", k.sync, stream.WritableOptions{})
	w.Write("one")
	w.Cork()
	w.Write("two")
	w.WriteEncoded("3334", "hex")
	w.Uncork()
}

func (k *corkTest) strings() {
	w, log := k.make("strings", k.sync, stream.WritableOptions{NoDecodeStrings: true})
	w.Cork()
	w.Write("two")
	w.WriteEncoded("3334", "hex")
	w.Write([]byte("buf"))
	w.Uncork()
	w.WriteEncoded("é", "latin1")
	log(w.Write("😀"), w.WritableLength())
}

func (k *corkTest) destroyed() {
	w, log := k.make("destroyed", k.sync, stream.WritableOptions{})
	w.Cork()
	w.Write("a", told(log, "a"))
	w.Write("b", told(log, "b"))
	w.End(told(log, "end"))
	w.Cork()
	w.Destroy()
}

func (k *corkTest) destroyedCorked() {
	w, log := k.make("destroyed corked", k.sync, stream.WritableOptions{})
	w.Cork()
	w.Write("a", told(log, "a"))
	w.Write("b", told(log, "b"))
	w.Destroy(fail("enough"))
	log(w.WritableLength())
	k.x.Loop.NextTick(func() { log("tick", w.WritableLength()) })
}
