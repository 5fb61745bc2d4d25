package stream

import (
	"context"
	"sync/atomic"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/loop"
)

// ZeroHighWaterMark asks for a high-water mark of 0, which the zero value of an option cannot say.
const ZeroHighWaterMark = -1

// ReadableOptions are the options of NewReadable. The zero value means Node's defaults, only Read is needed.
type ReadableOptions struct {
	// Read is Node's read(n): called when the stream wants data, n is the high-water mark. It answers with Push,
	// now or later, and is not called again before it did. A panic in it destroys the stream.
	Read func(r *Readable, n int)
	// Destroy is Node's destroy(err, callback): it frees what the stream holds and calls cb with err or another
	// error. A panic in it counts as cb(error).
	Destroy func(r *Readable, err error, cb func(error))
	// Construct is Node's construct(callback): no other hook runs before it called cb.
	Construct func(r *Readable, cb func(error))

	Loop    *loop.Loop      // nil: loop.Default()
	Context context.Context // Node's signal: when it ends, the stream is destroyed with ABORT_ERR

	HighWaterMark   int    // bytes, or chunks in object mode; 0: the default (16384, or 16), ZeroHighWaterMark: none
	Encoding        string // data arrives as strings of this encoding, as after SetEncoding
	DefaultEncoding string // of strings that are pushed; "": utf8
	ObjectMode      bool   // chunks are values of any type
	NoEmitClose     bool   // emitClose: false
	NoAutoDestroy   bool   // autoDestroy: false

	CaptureRejections bool // a listener that returns an error destroys the stream instead of panicking
}

// WritableOptions are the options of NewWritable. The zero value means Node's defaults; one of WriteBytes, Write and
// Writev is needed.
type WritableOptions struct {
	// WriteBytes is Node's write(chunk, encoding, callback) for streams of bytes: it takes b and calls cb once, now
	// or later. It is preferred to Write, because a chunk is never boxed on the way. b must not be modified.
	WriteBytes func(w *Writable, b []byte, cb func(error))
	// Write is Node's write(chunk, encoding, callback). chunk is a []byte with the encoding "buffer", or a string
	// with NoDecodeStrings, or any value in object mode.
	Write func(w *Writable, chunk any, encoding string, cb func(error))
	// Writev is Node's writev(chunks, callback): everything that waited, at once. chunks is the hook's to keep.
	Writev func(w *Writable, chunks []Chunk, cb func(error))
	// Final is Node's final(callback): called before 'finish', which waits for cb. A panic in it counts as cb(error).
	Final func(w *Writable, cb func(error))
	// Destroy and Construct: see ReadableOptions.
	Destroy   func(w *Writable, err error, cb func(error))
	Construct func(w *Writable, cb func(error))
	// Has, if set, is asked about "final" and "writev" each time before that hook would be called: false means that there is
	// none. It is for bridges to languages in which a method may come later.
	Has func(hook string) bool

	Loop    *loop.Loop      // nil: loop.Default()
	Context context.Context // Node's signal: when it ends, the stream is destroyed with ABORT_ERR

	HighWaterMark   int    // bytes, or chunks in object mode; 0: the default (16384, or 16), ZeroHighWaterMark: none
	DefaultEncoding string // of strings that are written without one; "": utf8
	ObjectMode      bool   // chunks are values of any type
	NoDecodeStrings bool   // decodeStrings: false: Write and Writev get strings as they were written
	// ReadOnlyChunks promises that the hooks neither change a chunk nor keep it after cb: strings and piped bytes are not
	// copied.
	ReadOnlyChunks bool
	NoEmitClose    bool // emitClose: false
	NoAutoDestroy  bool // autoDestroy: false

	CaptureRejections bool // a listener that returns an error destroys the stream instead of panicking
}

// DuplexOptions are the options of NewDuplex and Duplex.Init. The zero value means Node's defaults.
type DuplexOptions struct {
	// The hooks are those of ReadableOptions and WritableOptions.
	Read       func(d *Duplex, n int)
	WriteBytes func(d *Duplex, b []byte, cb func(error))
	Write      func(d *Duplex, chunk any, encoding string, cb func(error))
	Writev     func(d *Duplex, chunks []Chunk, cb func(error))
	Final      func(d *Duplex, cb func(error))
	Destroy    func(d *Duplex, err error, cb func(error))
	Construct  func(d *Duplex, cb func(error))
	// TakeBytes, if set, comes before WriteBytes for bytes that are written without a callback, to a stream in which
	// nothing waits. True says that they are written, as if WriteBytes had called back at once; false that nothing is
	// done, and WriteBytes is to do it. It must not call into the stream.
	TakeBytes func(d *Duplex, b []byte) bool
	// WriteAfterEnd, if set, is asked about a write after End. When it answers true it has dealt with the write
	// and its callback, else the write fails with ERR_STREAM_WRITE_AFTER_END. cb may be nil.
	WriteAfterEnd func(d *Duplex, cb func(error)) bool
	// AutoEnd, if set, is called in place of End when NoAllowHalfOpen ends the writable side, a tick after 'end': for
	// a class that has an end() of its own, which Node calls. It may End the stream, then or later.
	AutoEnd func(d *Duplex)
	// Has: see WritableOptions.
	Has func(hook string) bool
	// Prototype, if set, comes in the place of all the hooks above, of Class and of Signatures.
	Prototype *Prototype

	Loop    *loop.Loop      // nil: loop.Default()
	Context context.Context // Node's signal: when it ends, the stream is destroyed with ABORT_ERR
	// Owner is the stream that embeds the Duplex. Hooks get it back from Duplex.Owner, so that they can be plain
	// functions, and listeners of 'pipe' and 'unpipe' see it instead of the Duplex inside.
	Owner Stream
	Class string // the class that messages name; "": Duplex
	// Signatures declares the events; nil: those of Signatures().
	Signatures events.Signatures

	HighWaterMark         int // of both sides; comes before the two below
	ReadableHighWaterMark int
	WritableHighWaterMark int
	Encoding              string
	DefaultEncoding       string
	ObjectMode            bool // of both sides
	ReadableObjectMode    bool
	WritableObjectMode    bool
	NoReadable            bool // readable: false
	NoWritable            bool // writable: false
	NoAllowHalfOpen       bool // allowHalfOpen: false: the writable side ends when the readable side does
	NoDecodeStrings       bool
	// CountUnits counts strings in UTF-16 units towards WritableLength, as decodeStrings: false does, although the hooks
	// get bytes.
	CountUnits     bool
	ReadOnlyChunks bool
	NoEmitClose    bool
	NoAutoDestroy  bool

	CaptureRejections bool
}

// Chunk is one of the chunks that the Writev hook gets.
type Chunk struct {
	Bytes    []byte // the bytes; nil when Value is set
	Value    any    // a string (NoDecodeStrings), or whatever was written in object mode
	Encoding string // "buffer" for bytes, else what the writer named

	done func(error) // the writer's callback
	size int         // what it counts for in WritableLength
}

// Data returns the chunk as Node's hook would see it: a []byte, a string, or any value.
func (c *Chunk) Data() any {
	if c.Value != nil {
		return c.Value
	}
	return c.Bytes
}

var defaultBytes, defaultObjects atomic.Int64

func init() {
	defaultBytes.Store(16 * 1024)
	defaultObjects.Store(16)
}

// GetDefaultHighWaterMark returns the high-water mark of streams that name none: bytes, or chunks in object mode.
// From any goroutine. It mirrors stream.getDefaultHighWaterMark.
func GetDefaultHighWaterMark(objectMode bool) int {
	if objectMode {
		return int(defaultObjects.Load())
	}
	return int(defaultBytes.Load())
}

// SetDefaultHighWaterMark changes it for streams made from now on. A negative value panics with ERR_OUT_OF_RANGE.
// From any goroutine. It mirrors stream.setDefaultHighWaterMark.
func SetDefaultHighWaterMark(objectMode bool, value int) {
	if value < 0 {
		panic(events.OutOfRange("value", ">= 0 && <= 9007199254740991", value))
	}
	if objectMode {
		defaultObjects.Store(int64(value))
	} else {
		defaultBytes.Store(int64(value))
	}
}

// highWaterMark reads the option called name.
func highWaterMark(value int, objectMode bool, name string) int {
	switch {
	case value > 0:
		return value
	case value == ZeroHighWaterMark:
		return 0
	case value < 0:
		panic(errInvalidOption(name, value))
	}
	return GetDefaultHighWaterMark(objectMode)
}
