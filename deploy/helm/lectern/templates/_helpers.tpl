{{- define "lectern.name" -}}
{{- ternary .Release.Name (print .Release.Name "-lectern") (contains "lectern" .Release.Name) | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "lectern.selector" -}}
app.kubernetes.io/name: lectern
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "lectern.labels" -}}
{{ include "lectern.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- /* A value as the gateway reads it in a variable. Numbers of values are floats here: 1e+06 is written as 1000000. */ -}}
{{- define "lectern.text" -}}
{{- if kindIs "slice" . }}{{ join "," . }}
{{- else if kindIs "bool" . }}{{ ternary "on" "off" . }}
{{- else if and (kindIs "float64" .) (eq (floor .) .) }}{{ printf "%.0f" . }}
{{- else }}{{ . }}
{{- end }}
{{- end }}

{{- /* Seconds until a pod is killed. The deadline is the gateway's default unless it is set. */ -}}
{{- define "lectern.grace" -}}
{{- $deadline := default 10 .Values.settings.deadline | float64 | ceil | int }}
{{- .Values.terminationGracePeriodSeconds | int | default (add .Values.drainSeconds $deadline 15) }}
{{- end }}

{{- define "lectern.image" -}}
{{- if .Values.image.digest }}{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else }}{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}
{{- end }}

{{- define "lectern.secret" -}}
{{- if .Values.existingSecret }}{{ .Values.existingSecret }}{{ else if .Values.secrets }}{{ include "lectern.name" . }}{{ end }}
{{- end }}
