package stream

import (
	"github.com/nodenet/go/events"
)

// Duplex is a stream with two independent sides: Node's stream.Duplex. Make one with NewDuplex, or embed one in a
// struct and call Init. It must not be copied.
//
// It has the methods and events of Readable and Writable. Everything but the constructor is on the loop.
type Duplex struct {
	events.Chain[*Duplex]
	readSide
	core
	writeSide
	funcs *hookFuncs[*Duplex]
}

// NewDuplex makes a duplex stream. It mirrors new stream.Duplex(options).
// A bad high-water mark panics with ERR_INVALID_ARG_VALUE, a bad encoding with ERR_UNKNOWN_ENCODING.
func NewDuplex(o DuplexOptions) *Duplex {
	d := &Duplex{}
	d.Init(o)
	return d
}

// Init makes a Duplex that is embedded in another struct ready. Call it once, before anything else; see Owner in
// DuplexOptions. It panics as NewDuplex does.
func (d *Duplex) Init(o DuplexOptions) {
	if o.Prototype != nil {
		d.funcs = &o.Prototype.hooks
	} else {
		own := o.hooks()
		d.funcs = &own
	}
	d.core.rd, d.core.wr = &d.readSide, &d.writeSide
	self := o.Owner
	if self == nil {
		self = d
	}
	d.core.setup(o.Loop, (*duplexHooks)(d), o.NoEmitClose, o.NoAutoDestroy)
	d.core.allowHalfOpen = !o.NoAllowHalfOpen
	d.initSides(o)
	d.writeSide.takes = d.funcs.take != nil
	switch {
	case o.Prototype != nil:
		d.core.initEvents(self, &o.Prototype.class, o.CaptureRejections)
	case o.Class == "" && o.Signatures == nil:
		d.core.initEvents(self, duplexClass, o.CaptureRejections)
	default:
		own := o.class()
		d.core.initEvents(self, &own, o.CaptureRejections)
	}
	d.InitChain(d)
	d.core.watchContext(o.Context)
	d.core.construct()
}

// hooks are the functions among the options.
func (o *DuplexOptions) hooks() hookFuncs[*Duplex] {
	return hookFuncs[*Duplex]{read: o.Read, take: o.TakeBytes, writeBytes: o.WriteBytes, write: o.Write, writev: o.Writev,
		final: o.Final, destroy: o.Destroy, construct: o.Construct, afterEnd: o.WriteAfterEnd,
		autoEnd: o.AutoEnd, has: o.Has}
}

func (o *DuplexOptions) class() class {
	c := *duplexClass
	c.lasting = false
	if o.Class != "" {
		c.name = o.Class
	}
	if o.Signatures != nil {
		c.signatures = o.Signatures
	}
	return c
}

func (d *Duplex) initSides(o DuplexOptions) {
	readMark, writeMark := o.ReadableHighWaterMark, o.WritableHighWaterMark
	if o.HighWaterMark != 0 {
		readMark, writeMark = o.HighWaterMark, o.HighWaterMark
	}
	readObjects, writeObjects := o.ObjectMode || o.ReadableObjectMode, o.ObjectMode || o.WritableObjectMode
	d.core.mark(marks{
		read:  highWaterMark(readMark, readObjects, "options.readableHighWaterMark"),
		write: highWaterMark(writeMark, writeObjects, "options.writableHighWaterMark"),
	})
	d.readSide.setup(&d.core, readSetup{
		encoding:        o.Encoding,
		defaultEncoding: o.DefaultEncoding,
		objectMode:      readObjects,
	})
	d.writeSide.setup(&d.core, writeSetup{
		defaultEncoding: o.DefaultEncoding,
		objectMode:      writeObjects,
		noDecodeStrings: o.NoDecodeStrings,
		countUnits:      o.CountUnits,
		readOnlyChunks:  o.ReadOnlyChunks,
	})
	if o.NoReadable {
		r := &d.readSide
		r.disabled, r.eof, r.endEmitted = true, true, true
	}
	if o.NoWritable {
		w := &d.writeSide
		w.disabled, w.ending, w.endReturned, w.finished = true, true, true, true
	}
}

func (d *Duplex) duplex() *Duplex { return d }

// Owner returns the stream that embeds the Duplex, as named in DuplexOptions, or the Duplex itself. From any goroutine.
func (d *Duplex) Owner() Stream { return d.core.self() }

// AllowHalfOpen tells whether the writable side stays open after 'end' (duplex.allowHalfOpen). On the loop.
func (d *Duplex) AllowHalfOpen() bool { return d.core.allowHalfOpen }

// SetAllowHalfOpen sets what AllowHalfOpen tells; it counts when 'end' is emitted. On the loop.
func (d *Duplex) SetAllowHalfOpen(allow bool) { d.core.allowHalfOpen = allow }

// Destroy ends both sides now; see Readable.Destroy and Writable.Destroy. It mirrors duplex.destroy(err).
func (d *Duplex) Destroy(err ...error) *Duplex {
	d.core.destroy(first(err))
	return d
}

// End ends the writable side; see Writable.End.
func (d *Duplex) End(args ...any) *Duplex {
	d.writeSide.end(args...)
	return d
}

// SetDefaultEncoding is Writable.SetDefaultEncoding.
func (d *Duplex) SetDefaultEncoding(encoding string) *Duplex {
	d.writeSide.setDefaultEncoding(encoding)
	return d
}

// Resume is Readable.Resume.
func (d *Duplex) Resume() *Duplex {
	d.readSide.resume()
	return d
}

// Pause is Readable.Pause.
func (d *Duplex) Pause() *Duplex {
	d.readSide.pause()
	return d
}

// SetEncoding is Readable.SetEncoding.
func (d *Duplex) SetEncoding(encoding string) *Duplex {
	d.readSide.setEncoding(encoding)
	return d
}

// Unpipe is Readable.Unpipe.
func (d *Duplex) Unpipe(dst ...WritableStream) *Duplex {
	d.readSide.unpipe(dst)
	return d
}
