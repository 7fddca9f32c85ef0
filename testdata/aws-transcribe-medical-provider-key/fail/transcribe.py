import boto3


def start(name, uri):
    transcribe = boto3.client("transcribe")
    transcribe.start_medical_transcription_job(  # expect: fail
        MedicalTranscriptionJobName=name,
        LanguageCode="en-US",
        Media={"MediaFileUri": uri},
        OutputBucketName="clinic-transcripts",
        Specialty="PRIMARYCARE",
        Type="CONVERSATION",
    )
