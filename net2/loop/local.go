package loop

// Local returns what a package keeps with the loop under a key of its own, and has create make it the first time: what all
// the objects of a loop share. From any goroutine; create may be called in vain when two ask at once.
func (l *Loop) Local(key any, create func() any) any {
	if v, ok := l.locals.Load(key); ok {
		return v
	}
	v, _ := l.locals.LoadOrStore(key, create())
	return v
}
