package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestDuplexSides(t *testing.T) {
	transcript.Run(t, "duplex_sides", func(x *transcript.T) {
		k := duplexTest{x}
		k.order()
		k.halfOpen()
		k.oneSide()
		k.run("kept", stream.DuplexOptions{NoAutoDestroy: true}, bothSides)
		k.run("silent", stream.DuplexOptions{NoEmitClose: true}, bothSides)
		k.run("write fails", stream.DuplexOptions{
			WriteBytes: func(_ *stream.Duplex, _ []byte, cb func(error)) { cb(fail("bad")) },
		}, func(d *stream.Duplex, log func(...any)) {
			d.Push("x")
			d.Write("a", func(err error) {
				log("a", err)
				log(d.Push("y"))
			})
			log(d.Push("z"), d.Readable())
		})
		k.run("read fails", stream.DuplexOptions{Read: func(*stream.Duplex, int) { panic(fail("bad")) }},
			func(d *stream.Duplex, log func(...any)) {
				d.Write("a", told(log, "a"))
				d.Write("b", told(log, "b"))
			})
		k.marks()
	})
}

type duplexTest struct{ x *transcript.T }

func (k duplexTest) run(name string, o stream.DuplexOptions, use func(d *stream.Duplex, log func(...any))) {
	log := k.x.Track(name)
	o.Loop = k.x.Loop
	if o.Read == nil {
		o.Read = func(*stream.Duplex, int) {}
	}
	if o.WriteBytes == nil {
		o.WriteBytes = func(_ *stream.Duplex, b []byte, cb func(error)) {
			log("_write", b)
			k.x.Loop.SetImmediate(func() { cb(nil) })
		}
	}
	o.Final = func(_ *stream.Duplex, cb func(error)) {
		log("_final")
		cb(nil)
	}
	d := stream.NewDuplex(o)
	watch(log, d, "data", "end", "prefinish", "finish", "close", "error")
	state := func(where string) {
		log(where, d.Readable(), d.Writable(), d.ReadableEnded(), d.WritableEnded(), d.WritableFinished(), d.Destroyed())
	}
	state("new")
	use(d, log)
	after(k.x, 3, func() { state("later") })
}

func bothSides(d *stream.Duplex, _ func(...any)) {
	d.Push("in")
	d.Push(nil)
	d.Write("out")
	d.End()
}

func (k duplexTest) order() {
	k.run("end first", stream.DuplexOptions{}, func(d *stream.Duplex, _ func(...any)) {
		d.Push("in")
		d.Push(nil)
		after(k.x, 1, func() {
			d.Write("out")
			d.End()
		})
	})
	k.run("finish first", stream.DuplexOptions{}, func(d *stream.Duplex, _ func(...any)) {
		d.Write("out")
		d.End()
		after(k.x, 3, func() {
			d.Push("in")
			d.Push(nil)
		})
	})
	k.run("both", stream.DuplexOptions{}, bothSides)
}

func (k duplexTest) halfOpen() {
	k.run("half open", stream.DuplexOptions{}, func(d *stream.Duplex, log func(...any)) {
		d.Push(nil)
		d.On("end", func() { k.x.Loop.NextTick(func() { log("still", d.Writable()) }) })
	})
	closed := stream.DuplexOptions{NoAllowHalfOpen: true}
	k.run("not half open", closed, func(d *stream.Duplex, log func(...any)) {
		d.Push(nil)
		d.On("end", func() { log(d.Write("in end", told(log, "in end"))) })
	})
	k.run("not half open ended", closed, func(d *stream.Duplex, _ func(...any)) {
		d.End("x")
		d.Push(nil)
	})
	k.run("not half open late", closed, func(d *stream.Duplex, log func(...any)) {
		d.Push(nil)
		d.On("end", func() { after(k.x, 1, func() { d.Write("late", told(log, "late")) }) })
	})
	k.run("set later", stream.DuplexOptions{}, func(d *stream.Duplex, _ func(...any)) {
		d.SetAllowHalfOpen(false)
		d.Push(nil)
	})
}

func (k duplexTest) oneSide() {
	k.run("not readable", stream.DuplexOptions{NoReadable: true}, func(d *stream.Duplex, log func(...any)) {
		log(d.Read())
		d.End("x")
	})
	k.run("not writable", stream.DuplexOptions{NoWritable: true}, func(d *stream.Duplex, log func(...any)) {
		d.Push("x")
		d.Push(nil)
		d.Write("y", told(log, "y"))
	})
	k.run("only readable", stream.DuplexOptions{NoWritable: true}, func(d *stream.Duplex, _ func(...any)) {
		d.Push("x")
		d.Push(nil)
	})
}

func (k duplexTest) marks() {
	log := k.x.Track("marks")
	show := func(o stream.DuplexOptions) {
		o.Loop = k.x.Loop
		d := stream.NewDuplex(o)
		log(d.ReadableHighWaterMark(), d.WritableHighWaterMark(), d.ReadableObjectMode(), d.WritableObjectMode())
	}
	show(stream.DuplexOptions{})
	show(stream.DuplexOptions{ObjectMode: true})
	show(stream.DuplexOptions{ReadableObjectMode: true})
	show(stream.DuplexOptions{WritableObjectMode: true})
	show(stream.DuplexOptions{HighWaterMark: 7, ReadableHighWaterMark: 8})
	show(stream.DuplexOptions{ReadableHighWaterMark: 8, WritableHighWaterMark: stream.ZeroHighWaterMark})
	thrown(log, func() { show(stream.DuplexOptions{WritableHighWaterMark: -7}) })
}
