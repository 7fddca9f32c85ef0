import boto3


def start(name, uri):
    transcribe = boto3.client("transcribe")
    transcribe.start_medical_transcription_job(
        MedicalTranscriptionJobName=name,
        Media={"MediaFileUri": uri},
        OutputBucketName="clinic-transcripts",
        OutputEncryptionKMSKeyId="alias/transcripts",
        Specialty="PRIMARYCARE",
        Type="CONVERSATION",
    )
