package stream

import (
	"github.com/nodenet/go/events"
)

// PassThrough is a Transform that gives what is written to it unchanged: Node's stream.PassThrough.
// Make one with NewPassThrough. It must not be copied.
type PassThrough struct {
	events.Chain[*PassThrough]
	Transform
}

// NewPassThrough makes a stream that passes everything through, unless the options have a transform hook of their own.
// It mirrors new stream.PassThrough(options). It panics as NewTransform does.
func NewPassThrough(options ...TransformOptions) *PassThrough {
	o := first(options)
	p := &PassThrough{}
	if o.Owner == nil {
		o.Owner = p
	}
	if o.Class == "" {
		o.Class = "PassThrough"
	}
	if o.TransformBytes == nil && o.Transform == nil {
		o.TransformBytes, o.Transform = passBytes, passValue
		o.ReadOnlyChunks = false // what is written is handed on
	}
	p.Init(o)
	p.Chain.InitChain(p)
	return p
}

func passBytes(_ *Transform, b []byte, cb func(error, []byte)) { cb(nil, b) }

func passValue(_ *Transform, chunk any, _ string, cb func(error, any)) { cb(nil, chunk) }

// Destroy is Duplex.Destroy.
func (p *PassThrough) Destroy(err ...error) *PassThrough {
	p.core.destroy(first(err))
	return p
}

// End is Writable.End.
func (p *PassThrough) End(args ...any) *PassThrough {
	p.writeSide.end(args...)
	return p
}

// SetDefaultEncoding is Writable.SetDefaultEncoding.
func (p *PassThrough) SetDefaultEncoding(encoding string) *PassThrough {
	p.writeSide.setDefaultEncoding(encoding)
	return p
}

// Resume is Readable.Resume.
func (p *PassThrough) Resume() *PassThrough {
	p.readSide.resume()
	return p
}

// Pause is Readable.Pause.
func (p *PassThrough) Pause() *PassThrough {
	p.readSide.pause()
	return p
}

// SetEncoding is Readable.SetEncoding.
func (p *PassThrough) SetEncoding(encoding string) *PassThrough {
	p.readSide.setEncoding(encoding)
	return p
}

// Unpipe is Readable.Unpipe.
func (p *PassThrough) Unpipe(dst ...WritableStream) *PassThrough {
	p.readSide.unpipe(dst)
	return p
}
